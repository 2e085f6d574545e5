package org.greenaudit.source;

/** A set of numbers; takes 16 to 32 bytes for each number, and nothing else. */
final class LongHashSet {

    private long[] places = new long[1 << 12];
    private int size;
    private boolean zero;

    /** Adds a number; false when it was there. */
    boolean add(long value) {
        if (value == 0) {
            boolean added = !zero;
            zero = true;
            return added;
        }
        int at = place(places, value);
        if (places[at] == value) {
            return false;
        }
        places[at] = value;
        if (++size > places.length / 2) {
            grow();
        }
        return true;
    }

    /** Whether the number is there. */
    boolean contains(long value) {
        return value == 0 ? zero : places[place(places, value)] == value;
    }

    /** Whether there is no number. */
    boolean isEmpty() {
        return size == 0 && !zero;
    }

    private void grow() {
        long[] larger = new long[places.length * 2];
        for (long value : places) {
            if (value != 0) {
                larger[place(larger, value)] = value;
            }
        }
        places = larger;
    }

    /** The place of the number, or the free one where it belongs. */
    private static int place(long[] places, long value) {
        int mask = places.length - 1;
        int at = (int) (value ^ value >>> 32) & mask;
        while (places[at] != 0 && places[at] != value) {
            at = at + 1 & mask;
        }
        return at;
    }
}
