package org.greenaudit.cli;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** The record ids that look most like one that was not found: at most {@value #MOST}, the nearest first. */
final class NearIds {

    private static final int MOST = 5;
    private static final int LETTERS_FOR_AN_EDIT = 3;

    private record Near(int edits, String id) {}

    private final String wanted;
    private final int limit;
    private final TreeSet<Near> nearest =
            new TreeSet<>(Comparator.comparingInt(Near::edits).thenComparing(Near::id));

    NearIds(String wanted) {
        this.wanted = wanted;
        this.limit = Math.max(1, wanted.length() / LETTERS_FOR_AN_EDIT);
    }

    /** Considers an id of the feed. */
    void offer(String id) {
        if (Math.abs(id.length() - wanted.length()) > limit) {
            return;
        }
        int edits = edits(id);
        if (edits <= limit) {
            nearest.add(new Near(edits, id));
            if (nearest.size() > MOST) {
                nearest.remove(nearest.last());
            }
        }
    }

    /** The nearest ids offered. */
    List<String> ids() {
        return nearest.stream().map(Near::id).toList();
    }

    /** Characters to insert, delete or replace (Levenshtein); given up, with more than the limit, when a row exceeds it. */
    private int edits(String id) {
        int[] above = new int[wanted.length() + 1];
        for (int column = 0; column < above.length; column++) {
            above[column] = column;
        }
        for (int row = 1; row <= id.length(); row++) {
            int[] here = new int[above.length];
            here[0] = row;
            int least = row;
            for (int column = 1; column < here.length; column++) {
                int replaced = above[column - 1] + (id.charAt(row - 1) == wanted.charAt(column - 1) ? 0 : 1);
                here[column] = Math.min(replaced, Math.min(above[column], here[column - 1]) + 1);
                least = Math.min(least, here[column]);
            }
            if (least > limit) {
                return least;
            }
            above = here;
        }
        return above[wanted.length()];
    }
}
