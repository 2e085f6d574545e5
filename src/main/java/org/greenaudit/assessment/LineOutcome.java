package org.greenaudit.assessment;

import java.util.Locale;

/**
 * What became of a whole row, its verdicts under all lists taken together: the gravest of them, in this order. Every row
 * read has exactly one, so that rows and amounts add up.
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
