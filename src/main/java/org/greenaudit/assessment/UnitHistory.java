package org.greenaudit.assessment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The history of a unit's violations, which their counts do not show.
 *
 * @param repeatViolations violations of a rule and listed item for which an earlier run had already reported another
 *     violation of this unit
 * @param oldestOpen the earliest contract date among its open (non-advisory) violations
 */
public record UnitHistory(long repeatViolations, Optional<LocalDate> oldestOpen) {

    /** No violation. */
    public static final UnitHistory NONE = new UnitHistory(0, Optional.empty());

    UnitHistory(long repeatViolations, LocalDate oldestOpen) {
        this(repeatViolations, Optional.of(oldestOpen));
    }

    /** Both together. */
    UnitHistory plus(UnitHistory other) {
        return new UnitHistory(
                repeatViolations + other.repeatViolations,
                Stream.of(oldestOpen, other.oldestOpen)
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder()));
    }
}
