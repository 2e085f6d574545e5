package org.greenaudit.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.greenaudit.message.ExplainedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets at the embedded database. */
class EmbeddedPasswordTest {

    private static final String USER = "greenaudit";

    @TempDir
    private Path dir;

    private static void connect(EmbeddedDatabase database, String password, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.getJdbcUrl(), USER, password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void assertThatOnlyItsPasswordOpens() throws IOException, SQLException {
        try (EmbeddedDatabase database = new EmbeddedDatabase(dir)) {
            assertThat(database.getPassword()).hasSizeGreaterThan(20);
            connect(database, database.getPassword(), "SELECT 1");
            assertThatThrownBy(() -> connect(database, "", "SELECT 1")).hasMessageContaining("password");
        }
    }

    private void earlierDatabase(String password) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + dir.resolve(USER), USER, password);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE earlier (id INT)");
        }
    }

    @Test
    void aNewDatabaseHasAPasswordOfItsOwnAndKeepsIt() throws IOException, SQLException {
        assertThatOnlyItsPasswordOpens();
        String key = Files.readString(dir.resolve("greenaudit.key"));
        assertThatOnlyItsPasswordOpens();
        assertThat(dir.resolve("greenaudit.key")).hasContent(key);
    }

    @Test
    void oneOfAnEarlierVersionGetsOne() throws IOException, SQLException {
        earlierDatabase("");
        assertThatOnlyItsPasswordOpens();
        try (EmbeddedDatabase database = new EmbeddedDatabase(dir)) {
            connect(database, database.getPassword(), "SELECT * FROM earlier");
        }
    }

    @Test
    void aStartThatWasKilledIsGoneOnWith() throws IOException, SQLException {
        Files.writeString(dir.resolve("greenaudit.key.new"), "drawnbeforethekillandalreadygiven");
        earlierDatabase("drawnbeforethekillandalreadygiven");
        assertThatOnlyItsPasswordOpens();
        assertThat(dir.resolve("greenaudit.key")).hasContent("drawnbeforethekillandalreadygiven");
    }

    @Test
    void aDatabaseWithoutItsKeyIsToldOf() throws IOException, SQLException {
        earlierDatabase("another");
        assertThatThrownBy(() -> new EmbeddedDatabase(dir))
                .isInstanceOfSatisfying(
                        ExplainedException.class,
                        e -> assertThat(e.text().key()).isEqualTo("store.embedded.key"));
    }

    @Test
    void aKeyOfAnotherDatabaseIsToldOf() throws IOException, SQLException {
        assertThatOnlyItsPasswordOpens();
        Files.writeString(dir.resolve("greenaudit.key"), "wrong");
        try (EmbeddedDatabase database = new EmbeddedDatabase(dir)) {
            assertThatThrownBy(() -> new EmbeddedWrites(database))
                    .isInstanceOfSatisfying(
                            ExplainedException.class,
                            e -> assertThat(e.text().key()).isEqualTo("store.embedded.key"));
        }
        assertThat(dir.resolve("greenaudit.trace.db")).doesNotExist();
    }

    @Test
    void othersReadNothingOfIt() throws IOException, SQLException {
        Path data = dir.resolve("data");
        try (EmbeddedDatabase database = new EmbeddedDatabase(data)) {
            connect(database, database.getPassword(), "CREATE TABLE t (id INT)");
            Map<String, String> rights = new TreeMap<>();
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.toList()) {
                    rights.put(
                            file.getFileName().toString(),
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
                }
            }
            assertThat(rights)
                    .containsEntry("data", "rwxr-x---")
                    .containsEntry("greenaudit.lock", "rw-r-----")
                    .containsEntry("greenaudit.mv.db", "rw-r-----")
                    .containsEntry("greenaudit.key", "rw-------");
        }
    }

    @Test
    void aLinkInPlaceOfTheLockIsNotFollowed() throws IOException {
        Path elsewhere = Files.writeString(dir.resolve("elsewhere"), "theirs");
        Path data = Files.createDirectory(dir.resolve("data"));
        Files.createSymbolicLink(data.resolve("greenaudit.lock"), elsewhere);
        assertThatThrownBy(() -> new EmbeddedDatabase(data)).isInstanceOf(ExplainedException.class);
        assertThat(elsewhere).hasContent("theirs");
    }
}
