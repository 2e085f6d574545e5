package org.greenaudit.catalog;

import java.util.List;

/**
 * One catalog file as read.
 *
 * @param file the file's name in problems
 * @param readable false when the file is missing or its columns are not as expected, so that its silence says nothing
 * @param rows the rows that have a cell for every column
 */
record CatalogTable(String file, boolean readable, List<CatalogRow> rows) {

    CatalogTable {
        rows = List.copyOf(rows);
    }
}
