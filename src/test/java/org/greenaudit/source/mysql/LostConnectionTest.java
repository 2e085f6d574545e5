package org.greenaudit.source.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.greenaudit.source.SourceException;
import org.greenaudit.source.SourcePlan;
import org.greenaudit.testing.DatabaseServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.backoff.FixedBackOff;

/** Connections that the server cuts in the middle of a partition. */
@Tag("database")
class LostConnectionTest {

    /** Enough that the server has not yet sent the last row when the connection is cut after the first ones. */
    private static final int ROWS = 60_000;

    private static DatabaseServer.Schema schema;
    private static MysqlTable settings;
    private static SourcePlan plan;

    @BeforeAll
    static void table() {
        schema = DatabaseServer.shared().schema();
        PurchaseTable tables = new PurchaseTable(schema);
        tables.create("purchases", 1);
        tables.execute(
                "CREATE TABLE many (id INT PRIMARY KEY, contract_date DATE, buyer_name VARCHAR(100),"
                        + " item_name VARCHAR(300), amount INT)",
                "SET @n = 0",
                "INSERT INTO many SELECT (@n := @n + 1), '2026-03-01', '虚构单位', REPEAT('椅', 200), 5"
                        + " FROM information_schema.columns a JOIN information_schema.columns b LIMIT " + ROWS);
        settings = tables.settings(new SqlSource.Named("many"), "id", ROWS);
        plan = new MysqlSource(settings).plan();
    }

    @Test
    void readingGoesOnBehindTheLastRowEachTimeTheConnectionIsLost() throws IOException, SQLException {
        List<Long> read = new ArrayList<>();
        try (TableCursor cursor = cursor(2)) {
            while (cursor.next()) {
                read.add(cursor.line());
                if (read.size() % 20_000 == 100) {
                    killReaders();
                }
            }
        }
        assertThat(read).isEqualTo(LongStream.rangeClosed(1, ROWS).boxed().toList());
    }

    @Test
    void aConnectionThatDoesNotComeBackFailsThePartition() throws IOException, SQLException {
        try (TableCursor cursor = cursor(0)) {
            assertThat(cursor.next()).isTrue();
            killReaders();
            SourceException lost = catchThrowableOfType(SourceException.class, () -> {
                while (cursor.next()) {
                    assertThat(cursor.line()).isLessThan(ROWS);
                }
            });
            assertThat(lost.text().key()).isEqualTo("source.mysql.unreachable");
        }
    }

    private static TableCursor cursor(int retries) throws IOException {
        return new TableCursor(
                settings,
                plan.files().get(0),
                plan.partitions().get(0),
                new Reconnection(new FixedBackOff(1, retries)));
    }

    /** Ends every other connection to the test's database. */
    private static void killReaders() throws SQLException {
        List<Long> others = new ArrayList<>();
        try (Connection connection = schema.connect();
                Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("SELECT id FROM information_schema.processlist WHERE db = '"
                    + schema.name() + "' AND id <> CONNECTION_ID()")) {
                while (rows.next()) {
                    others.add(rows.getLong(1));
                }
            }
            for (long id : others) {
                statement.execute("KILL " + id);
            }
        }
        assertThat(others).isNotEmpty();
    }
}
