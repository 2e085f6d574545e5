package org.greenaudit.rules;

import java.util.Locale;

/** The verdict for one purchase line and one list. */
public enum Outcome {
    /** A certificate that passes every check covers it. */
    COMPLIANT,
    /** It should be certified and is not; carries a rule code. */
    VIOLATION,
    /** An approved exemption (mandatory) or a recorded justification (priority). */
    EXEMPT,
    /** The data cannot decide; carries the question a human must answer. */
    UNDETERMINED;

    /** The name in files and metrics: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
