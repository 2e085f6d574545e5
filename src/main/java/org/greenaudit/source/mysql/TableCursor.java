package org.greenaudit.source.mysql;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.greenaudit.message.Text;
import org.greenaudit.source.KeyRange;
import org.greenaudit.source.Partition;
import org.greenaudit.source.SourceException;
import org.greenaudit.source.SourcePlan;

/**
 * Goes through the rows of a partition of a table, in key order, on a connection of its own; the server hands the rows
 * out one by one. After a lost connection it goes on behind the last row. At the end it compares what it read with the
 * plan. Used by one thread.
 */
final class TableCursor implements AutoCloseable {

    private final MysqlTable table;
    private final Partition partition;
    private final KeyRange keys;
    private final Reconnection reconnection;
    private final TableMapping shape;
    private final TableRow row;
    private Optional<Rows> rows;
    private Optional<String> after;
    private long read;
    private long checksum;

    /** An open statement and what hangs on it. */
    private record Rows(Connection connection, PreparedStatement statement, ResultSet result) {

        /** Gives the connection up; closing it properly would read the remaining rows. */
        void abandon() throws SQLException {
            connection.abort(Runnable::run);
        }

        void close() throws SQLException {
            try (connection;
                    statement) {
                result.close();
            }
        }
    }

    TableCursor(MysqlTable table, SourcePlan.SourceFile planned, Partition partition, Reconnection reconnection)
            throws IOException {
        this.table = table;
        this.partition = partition;
        this.keys = partition.keys().orElseThrow();
        this.after = keys.after();
        this.reconnection = reconnection;
        this.rows = Optional.empty();
        try {
            this.shape = reconnection.persist(() -> shapeOf(table));
        } catch (SQLException e) {
            throw SqlFailure.of(table, e);
        }
        if (!shape.layout().columns().equals(planned.columns())) {
            throw new SourceException(Text.of("source.mysql.changed", table.place()));
        }
        this.row = new TableRow(shape.cells().size());
    }

    /** How the rows are read. */
    TableMapping shape() {
        return shape;
    }

    /** The row, valid until the next one. */
    TableRow row() {
        return row;
    }

    /** The row's number: its key, or its place in key order from 1. */
    long line() {
        return shape.keyKind()
                .line(after.orElseThrow(), partition.from() + read)
                .orElseThrow();
    }

    /**
     * Goes to the next row.
     *
     * @throws SourceException when the rows are not those of the plan, or cannot be read now
     */
    boolean next() throws IOException {
        try {
            boolean more = reconnection.persist(this::step);
            if (!more) {
                verify();
            }
            return more;
        } catch (SQLException e) {
            throw SqlFailure.of(table, e);
        }
    }

    private boolean step() throws SQLException {
        try {
            if (rows.isEmpty()) {
                rows = Optional.of(open());
            }
            ResultSet result = rows.get().result();
            if (!result.next()) {
                rows.get().close();
                return false;
            }
            int cells = shape.cells().size();
            shape.read(result, 1, row);
            checksum += result.getLong(cells + 2);
            String key = result.getString(cells + 1);
            shape.recordId(row, key);
            after = Optional.of(key);
            read++;
            return true;
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    private static TableMapping shapeOf(MysqlTable table) throws SQLException {
        try (Connection connection = table.server().connect()) {
            return new TableMappingReader(table, connection).find();
        }
    }

    private Rows open() throws SQLException {
        String sql = shape.select(String.join(", ", shape.cells()) + ", " + shape.key() + ", " + shape.checksum())
                + (after.isPresent() ? " AND " + shape.key() + " > ?" : "")
                + " AND " + shape.key() + " <= ? ORDER BY " + shape.key();
        Connection connection = table.server().connect();
        try {
            PreparedStatement statement = TableMapping.streaming(connection, sql);
            int parameter = 1;
            if (after.isPresent()) {
                shape.keyKind().set(statement, parameter++, after.get());
            }
            shape.keyKind().set(statement, parameter, keys.upTo());
            return new Rows(connection, statement, statement.executeQuery());
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private void verify() {
        long planned = partition.to() - partition.from();
        if (read != planned || checksum != partition.checksum()) {
            throw new SourceException(Text.of(
                    "source.mysql.drift",
                    table.place(),
                    table.key(),
                    keys.after().orElse("-"),
                    keys.upTo(),
                    planned,
                    read));
        }
    }

    @Override
    public void close() throws SQLException {
        if (rows.isPresent()) {
            Rows open = rows.get();
            rows = Optional.empty();
            open.abandon();
        }
    }
}
