package org.greenaudit.catalog.certificate;

import java.time.LocalDate;
import java.util.Arrays;

/** A set of days as disjoint closed ranges of epoch days in ascending order; ranges that meet become one. */
final class DateRanges {

    private int[] bounds = {};

    /** The epoch day; of dates beyond five million years the nearest that an int can hold. */
    static int day(LocalDate date) {
        return (int) Math.max(-Integer.MAX_VALUE, Math.min(Integer.MAX_VALUE, date.toEpochDay()));
    }

    /** Adds every day from the first to the last; nothing when the last comes before the first. */
    void add(int first, int last) {
        if (last < first || holdsAll(first, last)) {
            return;
        }
        int[] merged = new int[bounds.length + 2];
        int size = 0;
        int from = first;
        int to = last;
        int i = 0;
        while (i < bounds.length && before(bounds[i + 1], from)) {
            merged[size++] = bounds[i++];
            merged[size++] = bounds[i++];
        }
        while (i < bounds.length && !before(to, bounds[i])) {
            from = Math.min(from, bounds[i]);
            to = Math.max(to, bounds[i + 1]);
            i += 2;
        }
        merged[size++] = from;
        merged[size++] = to;
        while (i < bounds.length) {
            merged[size++] = bounds[i++];
        }
        bounds = Arrays.copyOf(merged, size);
    }

    /** Whether the day is in the set. */
    boolean holds(int day) {
        return holdsAll(day, day);
    }

    private boolean holdsAll(int first, int last) {
        for (int i = 0; i < bounds.length && bounds[i] <= first; i += 2) {
            if (last <= bounds[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** True when a free day lies between a range's end and another's beginning. */
    private static boolean before(int end, int beginning) {
        return end < beginning && end + 1 < beginning;
    }
}
