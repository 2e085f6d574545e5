/**
 * The judgement of a line: duties, the order of decision, the rule book, and the verdict with its evidence. No Spring, no
 * JDBC; “today” is never read here.
 */
@org.jspecify.annotations.NullMarked
package org.greenaudit.rules;
