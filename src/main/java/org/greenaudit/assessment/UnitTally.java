package org.greenaudit.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.greenaudit.catalog.Duty;
import org.greenaudit.rules.Outcome;

/** Sums up the tallies of one buying unit for its {@link UnitAssessment}. */
final class UnitTally {

    private final Map<String, Count> certified = new TreeMap<>();
    private final Map<String, Count> listed = new TreeMap<>();
    private String regionName = "";
    Count inScope = Count.ZERO;
    Count mandatory = Count.ZERO;
    Count mandatoryViolations = Count.ZERO;
    Count priority = Count.ZERO;
    Count priorityCertified = Count.ZERO;
    private Count priorityShortfalls = Count.ZERO;
    Count undetermined = Count.ZERO;
    private Count exempt = Count.ZERO;
    private Count advisory = Count.ZERO;

    void add(TallyKey key, Count count) {
        regionName = RegionNames.preferred(regionName, key.regionName());
        if (key.duty() == Duty.ADVISORY) {
            advisory = advisory.plus(count);
            return;
        }
        inScope = inScope.plus(count);
        RunCounts.plus(listed, key.listId(), count);
        if (key.outcome() == Outcome.COMPLIANT) {
            RunCounts.plus(certified, key.listId(), count);
        }
        if (key.outcome() == Outcome.UNDETERMINED) {
            undetermined = undetermined.plus(count);
        }
        if (key.outcome() == Outcome.EXEMPT) {
            exempt = exempt.plus(count);
        }
        if (key.duty() == Duty.MANDATORY) {
            addMandatory(key.outcome(), count);
        } else {
            addPriority(key.outcome(), count);
        }
    }

    private void addMandatory(Outcome outcome, Count count) {
        mandatory = mandatory.plus(count);
        if (outcome == Outcome.VIOLATION) {
            mandatoryViolations = mandatoryViolations.plus(count);
        }
    }

    private void addPriority(Outcome outcome, Count count) {
        priority = priority.plus(count);
        if (outcome == Outcome.COMPLIANT) {
            priorityCertified = priorityCertified.plus(count);
        } else if (outcome == Outcome.VIOLATION) {
            priorityShortfalls = priorityShortfalls.plus(count);
        }
    }

    UnitAssessment assess(
            BuyerKey buyer, long lines, UnitHistory history, LocalDate auditDate, AssessmentPolicy policy) {
        Optional<BigDecimal> score =
                lines < policy.minimumLines() ? Optional.empty() : Optional.of(Score.of(this, policy));
        return new UnitAssessment(
                buyer,
                regionName,
                inScope,
                Collections.unmodifiableMap(certified),
                Collections.unmodifiableMap(listed),
                mandatory,
                mandatoryViolations,
                priority,
                priorityCertified,
                priorityShortfalls,
                undetermined,
                exempt,
                advisory,
                history.repeatViolations(),
                history.oldestOpen().map(oldest -> ChronoUnit.DAYS.between(oldest, auditDate)),
                score,
                score.map(value -> Score.grade(value, policy)));
    }
}
