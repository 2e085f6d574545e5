package org.greenaudit.purchase;

import java.util.List;

/** One row of a feed as cells, whatever it came from. Used by one thread, and only until the next row is read. */
public interface FeedRow {

    /** How many cells the row has. */
    int cells();

    /** The text of a cell as found, quotes removed; empty beyond the last. */
    String cell(int index);

    /** The row as CSV (RFC 4180, commas), whatever its form at the source. */
    default String raw() {
        return CsvText.row(this);
    }

    /** A row of these cells. */
    static FeedRow of(List<String> cells) {
        List<String> copy = List.copyOf(cells);
        return new FeedRow() {
            @Override
            public int cells() {
                return copy.size();
            }

            @Override
            public String cell(int index) {
                return index < copy.size() ? copy.get(index) : "";
            }
        };
    }
}
