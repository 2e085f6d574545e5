package org.greenaudit.rules.integrity;

import org.greenaudit.message.OpenQuestion;
import org.greenaudit.message.Text;

/** What an integrity rule finds in one purchase. */
public sealed interface IntegrityFinding {

    /** The rule's code. */
    String code();

    /** The remark that travels with a verdict which does not name the rule. */
    Text remark();

    /**
     * The record is at fault: where the line is a violation, this is its rule.
     *
     * @param message what a violation says
     * @param expected what mends the record
     */
    record Fault(String code, Text message, Text expected, Text remark) implements IntegrityFinding {}

    /**
     * The record contradicts itself, and a person must say what holds: the line is undetermined.
     *
     * @param question what must be answered
     * @param message the question with the line's particulars
     * @param expected what the record should say
     * @param found what the record says
     */
    record Open(String code, OpenQuestion question, Text message, Text expected, Text found, Text remark)
            implements IntegrityFinding {}
}
