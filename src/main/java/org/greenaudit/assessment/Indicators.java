package org.greenaudit.assessment;

import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.greenaudit.catalog.Duty;
import org.greenaudit.rules.Outcome;

/**
 * A run's indicators, grouped by any property of its tallies. Advisory lines do not count in the official indicators: they
 * have indicators of their own, which are reported separately. Immutable as long as the counts do not change.
 */
public final class Indicators {

    private final Map<TallyKey, Count> tallies;
    private final Predicate<TallyKey> chosen;

    private Indicators(Map<TallyKey, Count> tallies, Predicate<TallyKey> chosen) {
        this.tallies = tallies;
        this.chosen = chosen;
    }

    /** The official indicators: lines under a mandatory or priority duty. */
    public static Indicators of(RunCounts counts) {
        return new Indicators(counts.tallies(), key -> key.duty() != Duty.ADVISORY);
    }

    /** The same numbers for advisory lines, whose buyers are only encouraged. */
    public static Indicators advisory(RunCounts counts) {
        return new Indicators(counts.tallies(), key -> key.duty() == Duty.ADVISORY);
    }

    /** These indicators for some of the lines only. */
    public Indicators where(Predicate<TallyKey> condition) {
        return new Indicators(tallies, chosen.and(condition));
    }

    /** All lists together; a line counts once for each list it is in. */
    public Indicator total() {
        return by(key -> "").getOrDefault("", Indicator.EMPTY);
    }

    /** One indicator for each value of a property, in the values' natural order. */
    public <K extends Comparable<? super K>> SortedMap<K, Indicator> by(Function<TallyKey, K> dimension) {
        return by(dimension, Comparator.naturalOrder());
    }

    /** One indicator for each value of a property, in the given order. */
    public <K> SortedMap<K, Indicator> by(Function<TallyKey, K> dimension, Comparator<? super K> order) {
        SortedMap<K, Indicator> found = new TreeMap<>(order);
        tallies.forEach((key, count) -> {
            if (chosen.test(key)) {
                K value = dimension.apply(key);
                found.put(value, found.getOrDefault(value, Indicator.EMPTY).plus(key.outcome(), key.declared(), count));
            }
        });
        return found;
    }

    /** Violations for each rule code, or undetermined lines for each question id, in the order of codes or ids. */
    public SortedMap<String, Count> byRule(Outcome outcome) {
        SortedMap<String, Count> found = new TreeMap<>();
        tallies.forEach((key, count) -> {
            if (key.outcome() == outcome && chosen.test(key)) {
                RunCounts.plus(found, key.rule(), count);
            }
        });
        return found;
    }
}
