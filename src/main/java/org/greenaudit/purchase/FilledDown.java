package org.greenaudit.purchase;

import org.greenaudit.text.Blanks;

/** Rows in which blanks of some columns mean the value above, as merged cells leave them. Used by one thread. */
final class FilledDown implements FeedRow {

    private final int[] cells;
    private final String[] above;
    private FeedRow row = this;

    FilledDown(int[] cells) {
        this.cells = cells;
        this.above = new String[cells.length];
        java.util.Arrays.fill(above, "");
    }

    /** The row with its blanks filled; the row itself where no column is filled down. */
    FeedRow of(FeedRow next) {
        if (cells.length == 0) {
            return next;
        }
        row = next;
        for (int i = 0; i < cells.length; i++) {
            String found = next.cell(cells[i]);
            above[i] = Blanks.skip(found, 0) == found.length() ? above[i] : found;
        }
        return this;
    }

    @Override
    public int cells() {
        return row.cells();
    }

    @Override
    public String cell(int index) {
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] == index) {
                return above[i];
            }
        }
        return row.cell(index);
    }

    @Override
    public String raw() {
        return row.raw();
    }
}
