package org.greenaudit.source.sheet;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The table in a sheet.
 *
 * @param first which of the first rows its header begins with, from 0
 * @param rows how many rows its header takes
 * @param whole columns in which a merged cell is worth all its rows together, and not each: an amount
 */
public record SheetTable(int first, int rows, Set<Integer> whole) {

    public SheetTable {
        whole = Set.copyOf(whole);
    }

    /** Finds the table. */
    @FunctionalInterface
    public interface Finder {

        /** How many rows are looked at. */
        int ROWS = 31;

        /**
         * Finds the table by a sheet's first rows that are not empty.
         *
         * @param numbers the numbers of these rows in the sheet
         * @param header the index of the row that the job names, if it does
         * @throws org.greenaudit.purchase.InputException when there is none, in words for the user
         */
        SheetTable find(String sheet, List<List<String>> rows, List<Integer> numbers, Optional<Integer> header);
    }
}
