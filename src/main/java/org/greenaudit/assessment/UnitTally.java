package org.greenaudit.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.greenaudit.catalog.Duty;

/** Sums up the tallies of one buying unit for its {@link UnitAssessment}. */
final class UnitTally {

    private final Map<String, Indicator> lists = new TreeMap<>();
    private final Map<Duty, Indicator> duties = new EnumMap<>(Duty.class);
    private String regionName = "";
    private Count recyclable = Count.ZERO;
    private Count recycled = Count.ZERO;
    private Count advisory = Count.ZERO;

    /**
     * Adds a tally.
     *
     * @param recyclables the entry ids of the items of which there are recycled products
     */
    void add(TallyKey key, Count count, Set<String> recyclables) {
        regionName = RegionNames.preferred(regionName, key.regionName());
        if (key.duty() == Duty.ADVISORY) {
            advisory = advisory.plus(count);
            return;
        }
        plus(lists, key.listId(), key, count);
        plus(duties, key.duty(), key, count);
        if (recyclables.contains(key.entryId())) {
            recyclable = recyclable.plus(count);
            recycled = key.recycled() ? recycled.plus(count) : recycled;
        }
    }

    private static <K> void plus(Map<K, Indicator> into, K of, TallyKey key, Count count) {
        into.put(of, into.getOrDefault(of, Indicator.EMPTY).plus(key.outcome(), key.declared(), count));
    }

    UnitAssessment assess(
            BuyerKey buyer, long lines, UnitHistory history, LocalDate auditDate, AssessmentPolicy policy) {
        Optional<BigDecimal> score =
                lines < policy.minimumLines() ? Optional.empty() : Optional.of(Score.of(duties, policy));
        return new UnitAssessment(
                buyer,
                regionName,
                Collections.unmodifiableMap(lists),
                Collections.unmodifiableMap(duties),
                recyclable,
                recycled,
                advisory,
                history.repeatViolations(),
                history.oldestOpen().map(oldest -> ChronoUnit.DAYS.between(oldest, auditDate)),
                score,
                score.map(value -> Score.grade(value, policy)));
    }
}
