package org.greenaudit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class DatabaseServerTest {

    @Test
    void eachSchemaIsEmptyAndItsOwn() throws SQLException {
        DatabaseServer.Schema one = DatabaseServer.shared().schema();
        DatabaseServer.Schema other = DatabaseServer.shared().schema();
        try (Connection connection = one.connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (name VARCHAR(20))");
            statement.execute("INSERT INTO t VALUES ('𠮷田商店😀')");
            try (var rows = statement.executeQuery("SELECT name FROM t")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("𠮷田商店😀");
            }
        }
        try (Connection connection = other.connect();
                var tables = connection.getMetaData().getTables(other.name(), null, "%", null)) {
            assertThat(tables.next()).isFalse();
        }
    }

    @Test
    void theServerAskedForIsTheOneThatRuns() {
        String named = System.getenv().getOrDefault("GREENAUDIT_TEST_MYSQL_URL", "");
        if (!named.isEmpty()) {
            assertThat(named).contains("//" + DatabaseServer.shared().hostAndPort());
            return;
        }
        String asked = System.getProperty("greenaudit.test.database", "");
        boolean mariaDb = asked.equals("mariadb");
        assertThat(DatabaseServer.shared().isMariaDb()).isEqualTo(mariaDb);
        assertThat(DatabaseServer.shared().version()).startsWith(mariaDb ? "11.4" : "8.0");
    }
}
