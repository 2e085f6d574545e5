package org.greenaudit.matching;

import org.greenaudit.message.Text;

/**
 * Why the classification alone cannot carry a violation.
 *
 * @param question which question is open
 * @param text the question with this line's particulars
 */
public record Doubt(Question question, Text text) {}
