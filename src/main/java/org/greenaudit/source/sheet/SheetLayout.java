package org.greenaudit.source.sheet;

import java.util.List;
import java.util.Set;
import org.greenaudit.text.Blanks;

/**
 * Where the table is in a sheet.
 *
 * @param headerRow the last row of its header
 * @param width the number of its columns
 * @param whole columns in which a merged cell is worth all its rows together
 */
record SheetLayout(int headerRow, int width, Set<Integer> whole) {

    /** That of a table which was found among rows of these numbers. */
    static SheetLayout of(SheetTable table, List<Integer> numbers, List<List<String>> rows) {
        int end = table.first() + table.rows();
        int width = rows.subList(table.first(), end).stream()
                .mapToInt(SheetLayout::width)
                .max()
                .orElse(0);
        return new SheetLayout(numbers.get(end - 1), width, table.whole());
    }

    private static int width(List<String> row) {
        int width = row.size();
        while (width > 0 && Blanks.trim(row.get(width - 1)).isEmpty()) {
            width--;
        }
        return width;
    }
}
