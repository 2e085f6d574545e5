package org.greenaudit.source.csv;

import java.util.Arrays;

/**
 * The texts of cells decoded lately, by their bytes: a fixed number of places, the later text taking the earlier one's.
 * Chinese names come again and again, and lines share them in memory. Measured on a made-up feed: 4 % less time in
 * UTF-8, 9 % in GB18030. Used by one thread.
 */
final class TextCache {

    /** Longer cells seldom come again. */
    static final int LONGEST = 96;

    private static final int PLACES = 1 << 12;

    private final byte[][] cells = new byte[PLACES][];
    private final String[] texts = new String[PLACES];

    TextCache() {
        Arrays.fill(cells, new byte[0]);
        Arrays.fill(texts, "");
    }

    /** Where the text of these bytes would be. */
    static int place(byte[] bytes, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + bytes[i];
        }
        return (hash ^ hash >>> 15) & PLACES - 1;
    }

    /** The text of these bytes, or the empty text when it is not known. */
    String get(int place, byte[] bytes, int from, int to) {
        byte[] cell = cells[place];
        return Arrays.equals(cell, 0, cell.length, bytes, from, to) ? texts[place] : "";
    }

    /** Remembers a text. */
    void put(int place, byte[] bytes, int from, int to, String text) {
        cells[place] = Arrays.copyOfRange(bytes, from, to);
        texts[place] = text;
    }
}
