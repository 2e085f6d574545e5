package org.greenaudit.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Assesses buying units and certification bodies (考核) from the counts of a run. */
public final class Assessor {

    /** Worst first: score ascending, ungraded last, then region, code and name. */
    public static final Comparator<UnitAssessment> WORST_FIRST = Comparator.comparing(
                    UnitAssessment::score,
                    Comparator.comparing(Optional<BigDecimal>::isEmpty)
                            .thenComparing(score -> score.orElse(BigDecimal.ZERO)))
            .thenComparing(unit -> unit.buyer().regionCode())
            .thenComparing(unit -> unit.buyer().buyerCode())
            .thenComparing(unit -> unit.buyer().buyerName());

    private Assessor() {}

    /**
     * One assessment for each buying unit with a line inside a list, worst first.
     *
     * @param recyclables the entry ids of the items of which there are recycled products
     * @param histories the history of each unit's violations; units without one have {@link UnitHistory#NONE}
     */
    public static List<UnitAssessment> units(
            RunCounts counts,
            Set<String> recyclables,
            Map<BuyerKey, UnitHistory> histories,
            LocalDate auditDate,
            AssessmentPolicy policy) {
        Map<BuyerKey, UnitTally> units = new HashMap<>();
        counts.tallies().forEach((key, count) -> units.computeIfAbsent(key.buyer(), buyer -> new UnitTally())
                .add(key, count, recyclables));
        List<UnitAssessment> assessed = new ArrayList<>(units.size());
        units.forEach((buyer, unit) -> assessed.add(unit.assess(
                buyer,
                counts.units().getOrDefault(buyer, Count.ZERO).lines(),
                histories.getOrDefault(buyer, UnitHistory.NONE),
                auditDate,
                policy)));
        assessed.sort(WORST_FIRST);
        return assessed;
    }

    /** One row for each certification body and list (joint liability), by name and list. */
    public static List<BodyAssessment> bodies(RunCounts counts) {
        Comparator<BodyKey> order = Comparator.comparing(BodyKey::body).thenComparing(BodyKey::listId);
        Map<BodyKey, Map<Integer, Count>> byDefect = new TreeMap<>(order);
        counts.bodies()
                .forEach((key, count) ->
                        RunCounts.plus(byDefect.computeIfAbsent(key, k -> new TreeMap<>()), key.defect(), count));
        List<BodyAssessment> assessed = new ArrayList<>(byDefect.size());
        byDefect.forEach((key, defects) -> {
            Count all = Count.sum(defects.values());
            defects.remove(0);
            assessed.add(new BodyAssessment(key.body(), key.listId(), all, Collections.unmodifiableMap(defects)));
        });
        return assessed;
    }
}
