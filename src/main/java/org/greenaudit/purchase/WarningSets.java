package org.greenaudit.purchase;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Collects the warnings of one row after the other, and hands out the same immutable set for the same warnings: a set
 * of its own for each of millions of lines costs more than reading them. Used by one thread.
 */
final class WarningSets {

    private static final DataWarning[] ALL = DataWarning.values();

    private final Map<Integer, Set<DataWarning>> known = new HashMap<>();
    private int bits;
    private int bitsBefore;
    private Set<DataWarning> before = Set.of();

    /** Begins a new row. */
    void clear() {
        bits = 0;
    }

    /** Notes a warning. */
    void add(DataWarning warning) {
        bits |= 1 << warning.ordinal();
    }

    /** Notes a warning where the condition holds. */
    void addIf(boolean condition, DataWarning warning) {
        if (condition) {
            add(warning);
        }
    }

    /** The row's warnings in enum order. */
    Set<DataWarning> get() {
        if (bits != bitsBefore) {
            bitsBefore = bits;
            before = known.computeIfAbsent(bits, WarningSets::set);
        }
        return before;
    }

    private static Set<DataWarning> set(int bits) {
        EnumSet<DataWarning> warnings = EnumSet.noneOf(DataWarning.class);
        for (DataWarning warning : ALL) {
            if ((bits & 1 << warning.ordinal()) != 0) {
                warnings.add(warning);
            }
        }
        return Collections.unmodifiableSet(warnings);
    }
}
