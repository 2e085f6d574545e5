package org.greenaudit.catalog.table;

import java.util.List;

/**
 * The columns of a kind of catalog file.
 *
 * @param columns the columns that must be there, in any order
 * @param optional the columns that may be there
 */
public record TableFormat(List<String> columns, List<String> optional) {

    public TableFormat {
        columns = List.copyOf(columns);
        optional = List.copyOf(optional);
    }

    /** A format of these columns, given with blanks between them. */
    public static TableFormat of(String columns) {
        return new TableFormat(List.of(columns.split(" ")), List.of());
    }

    /** The same format with one more column that may be left out. */
    public TableFormat withOptional(String column) {
        return new TableFormat(columns, List.of(column));
    }

    boolean knows(String column) {
        return columns.contains(column) || optional.contains(column);
    }
}
