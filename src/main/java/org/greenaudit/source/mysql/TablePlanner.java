package org.greenaudit.source.mysql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.FeedLayout;
import org.greenaudit.purchase.InputException;
import org.greenaudit.purchase.LineParser;
import org.greenaudit.purchase.SetApart;
import org.greenaudit.source.Legibility;
import org.greenaudit.source.RepeatCandidates;
import org.greenaudit.source.SourceContent;
import org.greenaudit.source.SourcePlan;

/**
 * Goes through the keys of a table once, in one consistent snapshot: counts the rows in the window, takes their checksums,
 * cuts them into key ranges and finds record ids that occur twice (which takes a second pass).
 */
final class TablePlanner {

    /** What MySQL can index in UTF-8. */
    private static final int LONGEST_KEY = 768;

    private static final BigDecimal FEN = new BigDecimal("0.01");

    private final MysqlTable table;
    private final Connection connection;
    private final TableMapping shape;

    private TablePlanner(MysqlTable table, Connection connection, TableMapping shape) {
        this.table = table;
        this.connection = connection;
        this.shape = shape;
    }

    /**
     * Plans the table.
     *
     * @throws InputException when it cannot be read as the job says
     */
    static SourcePlan plan(MysqlTable table) throws SQLException {
        try (Connection connection = table.server().connect()) {
            TableMapping shape = new TableMappingReader(table, connection).find();
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (Statement statement = connection.createStatement()) {
                statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
            }
            return new TablePlanner(table, connection, shape).plan();
        }
    }

    private SourcePlan plan() throws SQLException {
        checkKeys();
        checkAmounts();
        checkCharacters();
        try (RepeatCandidates ids = new RepeatCandidates(table.context().spool())) {
            return plan(ids);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SourcePlan plan(RepeatCandidates ids) throws SQLException {
        KeyPartitioner cuts = new KeyPartitioner(table.context().partitionRows());
        String sql = shape.select(shape.key() + ", " + shape.cells().get(recordIdCell()) + ", " + shape.checksum())
                + order();
        try (PreparedStatement statement = TableMapping.streaming(connection, sql);
                ResultSet rows = statement.executeQuery()) {
            TableRow row = new TableRow(shape.cells().size());
            while (rows.next()) {
                String key = rows.getString(1);
                cuts.row(key, line(key, cuts.rows() + 1), rows.getLong(3));
                row.set(recordIdCell(), shape.kinds().get(recordIdCell()).text(rows, 2));
                ids.add(shape.recordId(row, key));
            }
        }
        checkWhole(cuts.rows());
        if (cuts.rows() == 0) {
            checkNotEmpty();
        }
        return new SourcePlan(List.of(source(cuts)), cuts.end(), ids.isEmpty() ? List.of() : duplicates(ids));
    }

    private SourcePlan.SourceFile source(KeyPartitioner cuts) {
        return new SourcePlan.SourceFile(
                new SourceContent(0, table.name(), 0, cuts.sha256(), "UTF-8", cuts.rows()),
                table.place(),
                ',',
                shape.layout().columns(),
                new SourcePlan.Header(0, shape.cells()),
                shape.notes());
    }

    /** Keys must be there, and different in the eyes of the column's collation, which cuts the ranges. */
    private void checkKeys() throws SQLException {
        String sql = shape.select(shape.key() + ", COUNT(*)") + " GROUP BY " + shape.key() + " HAVING COUNT(*) > 1 OR "
                + shape.key() + " IS NULL" + order() + " LIMIT 1";
        try (Statement statement = connection.createStatement();
                ResultSet wrong = statement.executeQuery(sql)) {
            if (wrong.next()) {
                String key = wrong.getString(1);
                String rows = String.valueOf(wrong.getLong(2));
                throw new InputException(
                        key == null
                                ? Text.of("source.mysql.key-null", table.name(), table.key(), rows)
                                : Text.of("source.mysql.key-twice", table.name(), table.key(), key, rows));
            }
        }
    }

    /** A FLOAT holds 24 bits: of an amount of more than 131,072 yuan the fen are not there, and nobody can tell which. */
    private void checkAmounts() throws SQLException {
        FeedLayout layout = shape.layout();
        int amount = layout.indexOf(FeedColumn.AMOUNT);
        if (amount < 0 || shape.kinds().get(amount) != CellKind.FLOAT) {
            return;
        }
        String cell = shape.cells().get(amount);
        String sql = shape.select(cell + ", " + shape.key()) + " ORDER BY ABS(" + cell + ") DESC LIMIT 1";
        try (Statement statement = connection.createStatement();
                ResultSet largest = statement.executeQuery(sql)) {
            if (largest.next()) {
                float step = Math.ulp((float) largest.getDouble(1));
                BigDecimal yuan = new BigDecimal(step)
                        .scaleByPowerOfTen(layout.amountUnit().power());
                if (yuan.compareTo(FEN) > 0) {
                    throw new InputException(Text.of(
                            "source.mysql.float-amount",
                            table.name(),
                            CellKind.FLOAT.text(largest, 1),
                            table.key(),
                            largest.getString(2)));
                }
            }
        }
    }

    private void checkCharacters() throws SQLException {
        Legibility legibility = new Legibility(shape.layout());
        String columns = shape.key() + ", " + String.join(", ", shape.cells());
        String sql = shape.select(columns) + order() + " LIMIT " + Legibility.ROWS;
        try (PreparedStatement statement = TableMapping.streaming(connection, sql);
                ResultSet rows = statement.executeQuery()) {
            TableRow row = new TableRow(shape.cells().size());
            for (long number = 1; rows.next(); number++) {
                shape.read(rows, 2, row);
                legibility.look(line(rows.getString(1), number), row);
            }
        }
        legibility.verify("source.mysql.garbled", table.place());
    }

    /** What cuts the answers of a server off, a setting of it or of the driver, does not cut off its count. */
    private void checkWhole(long read) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery(shape.select("COUNT(*)"))) {
            count.next();
            if (count.getLong(1) != read) {
                throw new InputException(Text.of("source.mysql.cut", table.place(), count.getLong(1), read));
            }
        }
    }

    /** A table without any row is a mistake; one without rows in the window may be the first day of a year. */
    private void checkNotEmpty() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet any = statement.executeQuery("SELECT 1 FROM " + shape.from() + " LIMIT 1")) {
            if (!any.next()) {
                throw new InputException(Text.of("source.mysql.empty", table.place()));
            }
        }
    }

    /** The later rows with the same record id. Rows set apart are no purchases: a refund may carry the id of its order. */
    private List<SourcePlan.DuplicateRow> duplicates(RepeatCandidates ids) throws SQLException {
        List<SourcePlan.DuplicateRow> duplicates = new ArrayList<>();
        Map<String, Long> first = new HashMap<>();
        LineParser parser = new LineParser(shape.layout());
        String sql = shape.select(shape.key() + ", " + String.join(", ", shape.cells())) + order();
        try (PreparedStatement statement = TableMapping.streaming(connection, sql);
                ResultSet rows = statement.executeQuery()) {
            TableRow row = new TableRow(shape.cells().size());
            for (long number = 1; rows.next(); number++) {
                String key = rows.getString(1);
                shape.read(rows, 2, row);
                String id = shape.recordId(row, key);
                if (ids.mayRepeat(id) && !(parser.parse(number, row) instanceof SetApart)) {
                    long line = line(key, number);
                    Long earlier = first.putIfAbsent(id, line);
                    if (earlier != null) {
                        duplicates.add(new SourcePlan.DuplicateRow(0, line, table.name(), earlier));
                    }
                }
            }
        }
        return duplicates;
    }

    private int recordIdCell() {
        return shape.layout().indexOf(FeedColumn.RECORD_ID);
    }

    private String order() {
        return " ORDER BY " + shape.key();
    }

    private long line(String key, long number) {
        if (key.length() > LONGEST_KEY) {
            throw new InputException(
                    Text.of("source.mysql.key-long", table.name(), table.key(), key.length(), LONGEST_KEY));
        }
        return shape.keyKind()
                .line(key, number)
                .orElseThrow(
                        () -> new InputException(Text.of("source.mysql.key-range", table.name(), table.key(), key)));
    }
}
