package org.greenaudit.assessment;

import java.util.Locale;

/**
 * The outcome of a whole row: the most serious of its verdicts under all lists, in this order. Every row that was read has
 * exactly one, so that rows and amounts add up.
 */
public enum LineOutcome {
    VIOLATION,
    UNDETERMINED,
    EXEMPT,
    COMPLIANT,
    NOT_APPLICABLE,
    REJECTED;

    /** The name in files and metrics: lower case with underscores. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
