package org.greenaudit.assessment;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * The assessment of one buying unit: a row of {@code buyers.csv}. Advisory lines have a count of their own and enter no
 * other.
 *
 * @param buyer the unit
 * @param regionName its region's name
 * @param inScope lines × lists inside a list under a mandatory or priority duty
 * @param certified by list id: compliant lines
 * @param listed by list id: in-scope lines (the indicator's denominator)
 * @param mandatory in-scope lines under a mandatory duty
 * @param mandatoryViolations of those, violations
 * @param priority in-scope lines under a priority duty
 * @param priorityCertified of those, compliant
 * @param priorityShortfalls of those, violations
 * @param undetermined in-scope lines that could not be decided
 * @param exempt exempted lines
 * @param advisory in-list lines under an advisory duty
 * @param repeatViolations see {@link UnitHistory#repeatViolations}
 * @param oldestOpenDays days from the earliest contract date of an open violation to the audit date, if any is open
 * @param score 0…100 with one decimal; empty when not graded
 * @param grade {@code A}, {@code B}, {@code C} or {@code D}; empty when not graded
 */
public record UnitAssessment(
        BuyerKey buyer,
        String regionName,
        Count inScope,
        Map<String, Count> certified,
        Map<String, Count> listed,
        Count mandatory,
        Count mandatoryViolations,
        Count priority,
        Count priorityCertified,
        Count priorityShortfalls,
        Count undetermined,
        Count exempt,
        Count advisory,
        long repeatViolations,
        Optional<Long> oldestOpenDays,
        Optional<BigDecimal> score,
        Optional<String> grade) {}
