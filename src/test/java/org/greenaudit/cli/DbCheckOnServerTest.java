package org.greenaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.GreenAudit;
import org.greenaudit.testing.DatabaseServer;
import org.greenaudit.testing.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("database")
class DbCheckOnServerTest {

    private static final DatabaseServer SERVER = DatabaseServer.shared();
    private static final String PASSWORD = "pa'ss wörd-秘";

    @TempDir
    private Path dir;

    private final Settings settings = new Settings();
    private final CliHarness cli = new CliHarness();
    private final DatabaseServer.Schema schema = SERVER.schema();
    private final String user = "u_" + schema.name().substring(schema.name().length() - 8);

    @BeforeEach
    void log() {
        settings.set("greenaudit.data-dir", dir);
    }

    @AfterEach
    void forget() {
        settings.close();
    }

    @Test
    void thePrivilegesThatThePageGrantsAreEnoughForTheCheckAndTheAudit() throws IOException {
        user(grantedByThePage());
        connectWith(PASSWORD);
        assertThat(cli.run("db", "check", "--locale=en"))
                .as(cli.out() + cli.err())
                .isZero();
        assertThat(cli.out())
                .contains(schema.name(), SERVER.version(), user + "@%", "connection utf8mb4", "waiting: 1, 2")
                .doesNotContain("[missing]", PASSWORD);

        StringWriter told = new StringWriter();
        PrintWriter writer = new PrintWriter(told);
        int status = new Cli(new Console(writer, writer, false), GreenAudit.class)
                .run("audit", "--out", dir.resolve("reports").toString());
        assertThat(status).as(told.toString()).isZero();
        assertThat(dir.resolve("reports/latest/manifest.json")).exists();
        CliHarness again = new CliHarness();
        assertThat(again.run("db", "check", "--locale=en")).isZero();
        assertThat(again.out()).contains("carried out: 1, 2");
    }

    @Test
    void aMissingPrivilegeIsNamed() throws IOException {
        user("SELECT, INSERT, UPDATE, CREATE, ALTER, INDEX");
        connectWith(PASSWORD);
        assertThat(cli.run("db", "check", "--locale=en")).isEqualTo(1);
        assertThat(cli.out()).contains("privileges missing: DELETE, REFERENCES");
    }

    @Test
    void aWrongPasswordIsTwoAndNeverPrinted() throws IOException {
        user("SELECT");
        connectWith("wrong-" + PASSWORD);
        assertThat(cli.run("db", "check", "--locale=en")).isEqualTo(2);
        assertThat(cli.err()).contains("Access denied").doesNotContain(PASSWORD, "at org.");
    }

    @Test
    void aPasswordFileThatIsNotThereIsTwo() {
        settings.set("GREENAUDIT_DB_URL", schema.url()).set("GREENAUDIT_DB_PASSWORD_FILE", dir.resolve("nowhere"));
        assertThat(cli.run("db", "check", "--locale=en")).isEqualTo(2);
        assertThat(cli.err()).contains("GREENAUDIT_DB_PASSWORD_FILE", "nowhere");
    }

    @Test
    void anAddressThatTheDriverDoesNotTakeIsTwo() {
        settings.set("GREENAUDIT_DB_URL", schema.url() + "?characterEncoding=utf8mb4");
        assertThat(cli.run("db", "check", "--locale=en")).isEqualTo(2);
        assertThat(cli.err()).contains("GREENAUDIT_DB_URL", "characterEncoding").doesNotContain("utf8mb4");
    }

    @Test
    void aServerThatIsNotThereIsOne() {
        settings.set("GREENAUDIT_DB_URL", "jdbc:mysql://127.0.0.1:1/greenaudit")
                .set("spring.datasource.hikari.connection-timeout", 300);
        assertThat(cli.run("db", "check", "--locale=en")).isEqualTo(1);
        assertThat(cli.err()).contains("the database failed");
    }

    private static String grantedByThePage() throws IOException {
        Matcher grant = Pattern.compile("GRANT (.*) ON greenaudit\\.\\* TO 'greenaudit'@'%';")
                .matcher(Files.readString(Path.of("src", "docs", "mysql.md")));
        assertThat(grant.find()).isTrue();
        return grant.group(1);
    }

    private void user(String privileges) {
        SERVER.execute(
                "CREATE USER " + user + "@'%' IDENTIFIED BY '" + PASSWORD.replace("'", "''") + "'",
                "GRANT " + privileges + " ON " + schema.name() + ".* TO " + user + "@'%'");
    }

    private void connectWith(String password) throws IOException {
        Path file = Files.writeString(dir.resolve("password"), password + "\n");
        settings.set("GREENAUDIT_DB_URL", schema.url())
                .set("GREENAUDIT_DB_USER", user)
                .set("GREENAUDIT_DB_PASSWORD_FILE", file);
    }
}
