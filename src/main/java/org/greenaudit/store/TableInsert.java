package org.greenaudit.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Adds rows to a table, many in one batch. */
final class TableInsert {

    private static final int BATCH = 1000;

    private final JdbcTemplate jdbc;
    private final String sql;
    private final List<Object[]> waiting = new ArrayList<>();

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

    /** Adds a row with the next ones; the last ones are added by {@link #flush}. */
    void row(Object... row) {
        waiting.add(row);
        if (waiting.size() == BATCH) {
            flush();
        }
    }

    /** Adds the rows that wait for others. */
    void flush() {
        rows(waiting);
        waiting.clear();
    }

    /** So many parameters of a statement, separated by commas. */
    static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
