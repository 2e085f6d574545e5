package org.greenaudit.catalog.table;

import java.util.List;
import java.util.Set;

/**
 * One catalog file as read.
 *
 * @param file the file's name in problems
 * @param readable false when the file is missing or its columns are not as expected, so that its silence says nothing
 * @param rows the rows that have a cell for every column
 * @param lost every cell of the rows that have not: what stands among them may be there and cannot be called missing
 */
public record CatalogTable(String file, boolean readable, List<CatalogRow> rows, Set<String> lost) {

    public CatalogTable {
        rows = List.copyOf(rows);
        lost = Set.copyOf(lost);
    }

    /** A file that could not be read. */
    static CatalogTable unreadable(String file) {
        return new CatalogTable(file, false, List.of(), Set.of());
    }

    /** Whether every row of the file is there. */
    public boolean whole() {
        return readable && lost.isEmpty();
    }

    /** Whether a value that no row has may stand in what could not be read. */
    public boolean mayHold(String value) {
        return !readable || lost.contains(value);
    }
}
