package org.greenaudit.purchase;

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
}
