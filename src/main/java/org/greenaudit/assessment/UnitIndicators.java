package org.greenaudit.assessment;

import java.util.HashMap;
import java.util.Map;
import org.greenaudit.catalog.Duty;

/** The indicators of each buying unit, for each list and for each duty; advisory lines count in none. */
public final class UnitIndicators {

    private record Part(BuyerKey buyer, Object of) {}

    private final Map<Part, Indicator> parts = new HashMap<>();

    private UnitIndicators() {}

    /** The indicators of a run's units. */
    public static UnitIndicators of(RunCounts counts) {
        UnitIndicators units = new UnitIndicators();
        counts.tallies().forEach((key, count) -> {
            if (key.duty() != Duty.ADVISORY) {
                BuyerKey buyer = key.buyer();
                units.add(new Part(buyer, key.listId()), key, count);
                units.add(new Part(buyer, key.duty()), key, count);
            }
        });
        return units;
    }

    private void add(Part part, TallyKey key, Count count) {
        parts.merge(
                part,
                Indicator.EMPTY.plus(key.outcome(), key.declared(), count),
                (before, added) -> before.plus(key.outcome(), key.declared(), count));
    }

    /** A unit's indicator under one list. */
    public Indicator of(BuyerKey buyer, String listId) {
        return parts.getOrDefault(new Part(buyer, listId), Indicator.EMPTY);
    }

    /** A unit's indicator under one duty. */
    public Indicator of(BuyerKey buyer, Duty duty) {
        return parts.getOrDefault(new Part(buyer, duty), Indicator.EMPTY);
    }
}
