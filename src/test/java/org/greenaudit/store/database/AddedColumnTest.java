package org.greenaudit.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.greenaudit.testing.Markdown;
import org.greenaudit.testing.StoredVerdicts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The migration in {@code src/docs/add-a-report-column.md} does what the page says, and may be begun again. */
class AddedColumnTest {

    @Test
    void anEarlierVerdictGetsTheDefault() {
        check(TestDatabase.h2());
    }

    @Test
    @Tag("database")
    void anEarlierVerdictGetsTheDefaultOnAServer() {
        check(TestDatabase.onServer());
    }

    @Test
    void theCodeOnThePageIsTheCodeThatRuns() throws IOException {
        String code = Files.readString(Path.of("src/test/java/org/greenaudit/store/database/V99__NoteOfAVerdict.java"));
        assertThat(Markdown.read(Path.of("src", "docs", "add-a-report-column.md"))
                        .blocks())
                .filteredOn(block -> block.language().equals("java"))
                .isNotEmpty()
                .allSatisfy(block -> assertThat(code).contains(block.text()));
    }

    private static void check(TestDatabase database) {
        database.stores()
                .verdicts()
                .insert(1, 0, 0, List.of(StoredVerdicts.everyColumn().build()));
        migrate(database);
        database.jdbc().execute((Connection connection) -> {
            String quote = connection.getMetaData().getIdentifierQuoteString();
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate("DELETE FROM " + quote + "flyway_schema_history" + quote + " WHERE "
                        + quote + "version" + quote + " = '99'");
            }
        });
        migrate(database);
        assertThat(database.jdbc().queryForList("SELECT note FROM audit_verdict", String.class))
                .containsExactly("");
    }

    private static void migrate(TestDatabase database) {
        DataSource dataSource = Objects.requireNonNull(database.jdbc().getDataSource());
        assertThat(Flyway.configure()
                        .dataSource(dataSource)
                        .placeholders(Dialect.of(dataSource).placeholders("test"))
                        .javaMigrations(
                                new V1__SpringBatchTables(),
                                new V3__RecycledTally(),
                                new V5__CountsByCounty(),
                                new V7__DecidedVerdicts(),
                                new V8__SettledFindings(),
                                new V9__BuyersOfDecisions(),
                                new V11__SortedForReports(),
                                new V14__Workers(),
                                new V15__StepNames(),
                                new V99__NoteOfAVerdict())
                        .load()
                        .migrate()
                        .migrationsExecuted)
                .isEqualTo(1);
    }
}
