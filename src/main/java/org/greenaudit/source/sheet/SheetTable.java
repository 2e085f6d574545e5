package org.greenaudit.source.sheet;

import java.util.List;
import java.util.Set;

/**
 * The table in a sheet.
 *
 * @param header which of the first rows is its header, from 0
 * @param whole columns in which a merged cell is worth all its rows together, and not each: an amount
 */
public record SheetTable(int header, Set<Integer> whole) {

    public SheetTable {
        whole = Set.copyOf(whole);
    }

    /** Finds the table. */
    @FunctionalInterface
    public interface Finder {

        /** How many rows are looked at. */
        int ROWS = 30;

        /**
         * Finds the table by a sheet's first rows that are not empty.
         *
         * @throws org.greenaudit.purchase.InputException when there is none, in words for the user
         */
        SheetTable find(String sheet, List<List<String>> rows);
    }
}
