package org.greenaudit.purchase;

import java.util.List;

/**
 * The header of a table among its first rows.
 *
 * @param first the index of its first row
 * @param rows how many rows it takes: 1, or 2 where groups of columns have a name above them
 * @param header its cells; of two rows each cell is the name of its column
 * @param layout how the rows below it are laid out
 */
public record TableHead(int first, int rows, List<String> header, FeedLayout layout) {

    public TableHead {
        header = List.copyOf(header);
    }

    /** The index of the first row below it. */
    public int end() {
        return first + rows;
    }
}
