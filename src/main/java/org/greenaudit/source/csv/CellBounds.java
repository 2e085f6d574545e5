package org.greenaudit.source.csv;

import java.util.Arrays;

/** Where the cells of one record begin and end, counted from the record's first byte. Used again for each record. */
final class CellBounds {

    private int[] from = new int[64];
    private int[] to = new int[64];
    private boolean[] doubled = new boolean[64];
    private int count;

    /** Begins a new record. */
    void clear() {
        count = 0;
    }

    /** Adds a cell; {@code twice} when doubled quotes in it stand for single ones. */
    void add(int first, int end, boolean twice) {
        if (count == from.length) {
            from = Arrays.copyOf(from, count * 2);
            to = Arrays.copyOf(to, count * 2);
            doubled = Arrays.copyOf(doubled, count * 2);
        }
        from[count] = first;
        to[count] = end;
        doubled[count] = twice;
        count++;
    }

    /** The number of cells. */
    int count() {
        return count;
    }

    /** Where a cell begins. */
    int from(int cell) {
        return from[cell];
    }

    /** Where a cell ends. */
    int to(int cell) {
        return to[cell];
    }

    /** Whether doubled quotes in the cell stand for single ones. */
    boolean hasDoubledQuotes(int cell) {
        return doubled[cell];
    }
}
