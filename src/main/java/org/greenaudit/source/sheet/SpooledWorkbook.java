package org.greenaudit.source.sheet;

import java.nio.file.Path;
import java.util.List;
import org.greenaudit.purchase.FeedNote;

/**
 * A workbook whose sheets lie in a spool.
 *
 * @param sha256 SHA-256 of the workbook, hex
 * @param sheets the sheets that hold a table
 */
public record SpooledWorkbook(String sha256, List<Sheet> sheets) {

    public SpooledWorkbook {
        sheets = List.copyOf(sheets);
    }

    /**
     * A sheet as a CSV file in UTF-8: line 7 is row 7.
     *
     * @param name the sheet's name
     * @param csv where the file is, until the spool is closed
     * @param rows how many rows below the header are not empty
     * @param notes what a reader of its purchases should know
     */
    public record Sheet(String name, Path csv, long rows, List<FeedNote> notes) {

        public Sheet {
            notes = List.copyOf(notes);
        }
    }
}
