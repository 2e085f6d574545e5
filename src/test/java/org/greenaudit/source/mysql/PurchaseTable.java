package org.greenaudit.source.mysql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenaudit.purchase.KnownColumns;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.purchase.Rejection;
import org.greenaudit.source.Block;
import org.greenaudit.source.BlockReader;
import org.greenaudit.source.FeedMapping;
import org.greenaudit.source.Partition;
import org.greenaudit.source.SourceContext;
import org.greenaudit.source.SourcePlan;
import org.greenaudit.testing.DatabaseServer;

/** Tables of made-up purchases on a real server, and what a source reads of them. */
final class PurchaseTable {

    static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    static final LocalDate TO = LocalDate.of(2026, 6, 30);

    private final DatabaseServer.Schema schema;

    PurchaseTable(DatabaseServer.Schema schema) {
        this.schema = schema;
    }

    /** Everything read of a source, in partition order. */
    record Read(SourcePlan plan, List<PurchaseLine> lines, List<Rejection> rejections) {

        List<String> ids() {
            return lines.stream().map(PurchaseLine::recordId).toList();
        }

        List<Long> numbers() {
            return lines.stream().map(line -> line.ref().line()).toList();
        }
    }

    void execute(String... statements) {
        try (Connection connection = schema.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Carries a statement out on a connection that accepts dates that are none. */
    void executeLoosely(String sql) {
        execute("SET SESSION sql_mode = ''", sql);
    }

    /** Makes a user with a password and only these rights. */
    void grant(String user, String rights, String table) {
        execute(
                "CREATE USER " + user + "@'%' IDENTIFIED BY 'pw'",
                "GRANT " + rights + " ON " + schema.name() + "." + table + " TO " + user + "@'%'");
    }

    /** A table with canonical columns of text or better, with so many rows of the keys 1, 4, 7 … */
    void create(String table, int rows) {
        execute(
                "DROP TABLE IF EXISTS " + table,
                "CREATE TABLE " + table + " (id BIGINT PRIMARY KEY, record_id VARCHAR(60), contract_date DATE,"
                        + " buyer_name VARCHAR(100), item_name VARCHAR(200), amount DECIMAL(14, 2)) CHARSET utf8mb4");
        try (Connection connection = schema.connect();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO " + table + " VALUES (?, ?, ?, '虚构单位', '椅子', ?)")) {
            for (int i = 0; i < rows; i++) {
                insert.setLong(1, i * 3L + 1);
                insert.setString(2, "R" + i);
                insert.setString(3, FROM.plusDays(i % 180).toString());
                insert.setInt(4, 100 + i);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    MysqlTable settings(SqlSource relation, String key, int partitionRows) {
        return settings(schema.user(), schema.password(), relation, key, partitionRows, Map.of());
    }

    /** As with an address that has these properties. */
    MysqlTable settings(String properties, SqlSource relation, String key, int partitionRows) {
        MysqlServer server = new MysqlServer(
                schema.url() + (schema.url().contains("?") ? "&" : "?") + properties, schema.user(), schema.password());
        return settings(server, relation, key, partitionRows, Map.of());
    }

    MysqlTable settings(
            String user,
            String password,
            SqlSource relation,
            String key,
            int partitionRows,
            Map<String, String> columns) {
        return settings(new MysqlServer(schema.url(), user, password), relation, key, partitionRows, columns);
    }

    private static MysqlTable settings(
            MysqlServer server, SqlSource relation, String key, int partitionRows, Map<String, String> columns) {
        FeedMapping mapping = new FeedMapping(columns, Map.of(), Optional.empty());
        return new MysqlTable(
                new MysqlSettings("", "", "", relation, "purchases", key, mapping),
                server,
                new SourceContext(
                        Path.of("job.yaml"),
                        mapping.headers(KnownColumns.ALL),
                        FROM,
                        TO,
                        1,
                        partitionRows,
                        variable -> Optional.empty(),
                        Path.of("target"),
                        60));
    }

    static Read read(MysqlTable settings) {
        MysqlSource source = new MysqlSource(settings);
        return read(source, source.plan());
    }

    static Read read(MysqlSource source, SourcePlan plan) {
        Read read = new Read(plan, new ArrayList<>(), new ArrayList<>());
        for (Partition partition : plan.partitions()) {
            try (BlockReader reader = source.open(plan, partition, 7)) {
                for (Optional<Block> block = reader.next(); block.isPresent(); block = reader.next()) {
                    read.lines().addAll(block.get().lines());
                    read.rejections().addAll(block.get().rejections());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return read;
    }
}
