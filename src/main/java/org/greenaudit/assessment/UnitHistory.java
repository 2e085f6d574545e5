package org.greenaudit.assessment;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a unit's violations say beyond their counts.
 *
 * @param repeatViolations violations of a rule and row for which an earlier run had already reported another violation
 *     of this unit (first seen in an earlier run than this one)
 * @param oldestOpen the earliest contract date among its open (non-advisory) violations
 */
public record UnitHistory(long repeatViolations, Optional<LocalDate> oldestOpen) {

    /** No violation. */
    public static final UnitHistory NONE = new UnitHistory(0, Optional.empty());
}
