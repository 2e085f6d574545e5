package org.greenaudit.source.mysql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.FeedLayout;
import org.greenaudit.purchase.FeedNote;

/**
 * How the rows of a table are read.
 *
 * @param layout which cell holds which column
 * @param notes which of the table's columns nothing is read from
 * @param cells the SQL of each cell
 * @param kinds how the value of each cell becomes its text
 * @param key the key column's SQL
 * @param keyKind what the keys are
 * @param window the SQL condition that leaves out contracts outside the window, or {@code TRUE}
 * @param from what stands after FROM
 */
record TableMapping(
        FeedLayout layout,
        List<FeedNote> notes,
        List<String> cells,
        List<CellKind> kinds,
        String key,
        KeyKind keyKind,
        String window,
        String from) {

    TableMapping {
        notes = List.copyOf(notes);
        cells = List.copyOf(cells);
        kinds = List.copyOf(kinds);
    }

    /** Takes the cells of a result's row, the first of which is that column. */
    void read(ResultSet rows, int first, TableRow row) throws SQLException {
        for (int cell = 0; cell < kinds.size(); cell++) {
            row.set(cell, kinds.get(cell).text(rows, first + cell));
        }
    }

    /** A row's CRC-32 over its key and cells, as the server computes it. */
    String checksum() {
        StringBuilder sql = new StringBuilder("COALESCE(CRC32(CONCAT_WS(x'1F', ").append(binary(key));
        cells.forEach(cell -> sql.append(", ").append(binary(cell)));
        return sql.append(")), 0)").toString();
    }

    /**
     * The row's record id. A row without one is known by its key: a text key is put into its cell, for a number the row's
     * number stands in as it does for a file's line.
     */
    String recordId(TableRow row, String key) {
        String given = layout.recordId(row);
        if (!given.isEmpty() || keyKind == KeyKind.NUMBER) {
            return given;
        }
        row.set(layout.indexOf(FeedColumn.RECORD_ID), layout.source() + ':' + key);
        return layout.recordId(row);
    }

    /** A SELECT of some expressions over the rows in the window. */
    String select(String expressions) {
        return "SELECT " + expressions + " FROM " + from + " WHERE " + window;
    }

    /** Prepares a statement whose rows come one by one instead of all into memory; until they are read, nothing else runs. */
    static PreparedStatement streaming(Connection connection, String sql) throws SQLException {
        PreparedStatement statement =
                connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        // the driver's sign for one by one
        statement.setFetchSize(Integer.MIN_VALUE);
        return statement;
    }

    /** Bytes can be joined whatever the columns' charsets. */
    private static String binary(String expression) {
        return "COALESCE(CAST(" + expression + " AS BINARY), '')";
    }
}
