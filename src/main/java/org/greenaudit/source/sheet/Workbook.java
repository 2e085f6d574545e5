package org.greenaudit.source.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** An open file of sheets. Used by one thread. */
interface Workbook extends Closeable {

    /** Its sheets in order; those that hold no cells, such as charts, are none. */
    List<Sheet> sheets();

    /**
     * Goes through the rows of a sheet from the top.
     *
     * @param index the sheet's place in {@link #sheets()}
     * @param sink takes each row that has cells, until it wants no more
     * @return the cells that are merged downwards, where the sheet was gone through to its end
     */
    List<MergedCell> rows(int index, RowSink sink) throws IOException;

    /**
     * A sheet.
     *
     * @param name its name
     * @param hidden whether a reader of the workbook does not see it
     */
    record Sheet(String name, boolean hidden) {}

    /**
     * A cell that stands for several, one below the other.
     *
     * @param firstRow its first row, from 1; its value stands there
     * @param lastRow its last row
     * @param column its first column, from 0
     */
    record MergedCell(int firstRow, int lastRow, int column) {}

    /** Takes the rows of a sheet. */
    @FunctionalInterface
    interface RowSink {

        /**
         * Takes a row.
         *
         * @param number its number as a spreadsheet shows it, from 1, larger than that of the row before
         * @param hidden whether a reader of the sheet does not see it
         * @param cells its cells from the first column on, the empty text for those that hold nothing; the list is used
         *     again for the next row
         * @return whether more rows are wanted
         */
        boolean row(int number, boolean hidden, List<String> cells);
    }
}
