package org.greenaudit.store;

import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Adds rows to a table, many in one batch. */
final class TableInsert {

    private static final int BATCH = 1000;

    private final JdbcTemplate jdbc;
    private final String sql;

    /** Inserts into these columns, whose names are separated by commas. */
    TableInsert(JdbcTemplate jdbc, String table, String columns) {
        this.jdbc = jdbc;
        this.sql = "INSERT INTO " + table + " (" + columns + ") VALUES (" + marks(columns.split(",").length) + ")";
    }

    /** Adds the rows, each with a value for every column. */
    void rows(List<Object[]> rows) {
        jdbc.batchUpdate(sql, rows, BATCH, (statement, row) -> {
            for (int i = 0; i < row.length; i++) {
                statement.setObject(i + 1, row[i]);
            }
        });
    }

    /** So many parameters of a statement, separated by commas. */
    static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
