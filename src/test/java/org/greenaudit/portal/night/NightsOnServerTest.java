package org.greenaudit.portal.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.greenaudit.job.AuditResult;
import org.greenaudit.message.Text;
import org.greenaudit.store.database.TestDatabase;
import org.greenaudit.testing.DatabaseServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

@Tag("database")
class NightsOnServerTest extends NightsContract {

    private static final DatabaseServer.Schema SCHEMA = DatabaseServer.shared().schema();
    private static final TestDatabase DATABASE = TestDatabase.on(SCHEMA);
    private static final TestDatabase OF_ANOTHER = TestDatabase.on(SCHEMA);

    NightsOnServerTest() {
        super(DATABASE);
    }

    /** To the server, a killed session and a killed program are the same. */
    @Test
    void whenTheOneThatRunsANightDiesAnotherCarriesOn() {
        dueNight();
        Sessions sessions = new Sessions(OF_ANOTHER);
        runIfDue(new NightStore(sessions), () -> {
            runIfDue(End.COMPLETED);
            assertThat(audits()).as("while it lives").hasSize(1);
            sessions.kill();
            awaitFree();
            runIfDue(End.COMPLETED);
            assertThat(audits()).as("once it is dead").hasSize(2);
            assertThat(runUpTo()).contains(instant("2026-06-30T02:30+08:00"));
            // it was not dead after all
            return AuditResult.failed(Optional.empty(), Text.of("job.failed"));
        });
        runIfDue(End.COMPLETED);
        assertThat(audits()).hasSize(2);
    }

    @Test
    void aNightThatLostItsConnectionIsNotedAllTheSame() {
        dueNight();
        Sessions sessions = new Sessions(OF_ANOTHER);
        runIfDue(new NightStore(sessions), () -> {
            sessions.kill();
            awaitFree();
            return AuditResult.failed(Optional.empty(), Text.of("job.failed"));
        });
        assertThat(runUpTo()).contains(instant("2026-06-30T02:30+08:00"));
        runIfDue(End.COMPLETED);
        assertThat(audits()).hasSize(1);
    }

    /** Connections that the server can be told to end. */
    private static final class Sessions extends DelegatingDataSource {

        private final Map<Connection, Long> numbers = new LinkedHashMap<>();

        Sessions(TestDatabase database) {
            super(database.dataSource());
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT CONNECTION_ID()")) {
                row.next();
                numbers.put(connection, row.getLong(1));
            }
            return connection;
        }

        /** Ends the one that is in use: the night's. What it held is free soon. */
        void kill() {
            assertThat(numbers.entrySet().stream()
                            .filter(one -> isOpen(one.getKey()))
                            .map(Map.Entry::getValue))
                    .singleElement()
                    .satisfies(number -> DatabaseServer.shared().execute("KILL " + number));
        }

        private static boolean isOpen(Connection connection) {
            try {
                return !connection.isClosed();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
