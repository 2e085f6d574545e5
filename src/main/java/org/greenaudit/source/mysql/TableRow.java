package org.greenaudit.source.mysql;

import java.util.Arrays;
import org.greenaudit.purchase.FeedRow;
import org.greenaudit.source.RowBlocks;

/** A row of a table as texts. Holds the latest row only. */
final class TableRow implements FeedRow {

    private final String[] cells;

    TableRow(int cells) {
        this.cells = new String[cells];
        Arrays.fill(this.cells, "");
    }

    /** Sets one cell. */
    void set(int index, String text) {
        cells[index] = text;
    }

    @Override
    public int cells() {
        return cells.length;
    }

    @Override
    public String cell(int index) {
        return index < cells.length ? cells[index] : "";
    }

    /** Whether a cell holds a NUL, which no file can. */
    boolean holdsNul() {
        for (String cell : cells) {
            if (cell.indexOf(0) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a cell takes more bytes in UTF-8 than any real one. */
    boolean isTooLong() {
        for (String cell : cells) {
            if (cell.length() > RowBlocks.LONGEST_CELL / 3 && utf8Bytes(cell) > RowBlocks.LONGEST_CELL) {
                return true;
            }
        }
        return false;
    }

    private static long utf8Bytes(String text) {
        return text.codePoints()
                .mapToLong(c -> c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4)
                .sum();
    }
}
