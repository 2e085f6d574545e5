package org.greenaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.greenaudit.GreenAudit;
import org.greenaudit.testing.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database of results that cannot be reached, or not so. */
@Tag("slow")
class DatabaseDownTest {

    @TempDir
    private Path dir;

    private final Settings settings = new Settings();

    @AfterEach
    void forget() {
        settings.close();
    }

    @Test
    void theFailureIsPublishedWithoutTheDatabase() throws IOException {
        settings.set("greenaudit.data-dir", dir)
                .set("greenaudit.metrics.textfile", dir)
                .set("GREENAUDIT_DB_URL", "jdbc:mysql://127.0.0.1:1/greenaudit")
                .set("spring.datasource.hikari.connection-timeout", 300);
        StringWriter told = new StringWriter();
        PrintWriter writer = new PrintWriter(told);
        int status = new Cli(new Console(writer, writer, false), GreenAudit.class)
                .run("audit", "--locale=en", "--out", dir.resolve("reports").toString());
        assertThat(status).as(told.toString()).isEqualTo(1);
        assertThat(told.toString()).contains("the database failed").doesNotContain("at org.");
        assertThat(Files.readAllLines(dir.resolve("greenaudit-sample.prom")))
                .contains("greenaudit_run_last_status{job=\"sample\"} 0.0")
                .anyMatch(line -> line.startsWith("greenaudit_run_duration_seconds{job=\"sample\"} "));
    }

    @Test
    void aWorkerRefusesTheEmbeddedDatabase() {
        settings.set("greenaudit.data-dir", dir);
        StringWriter told = new StringWriter();
        PrintWriter writer = new PrintWriter(told);
        int status = new Cli(new Console(writer, writer, false), GreenAudit.class)
                .run("worker", "--job=jobs/workers/night.yaml", "--locale=en");
        assertThat(status).as(told.toString()).isEqualTo(2);
        assertThat(told.toString())
                .contains("cannot reach the embedded database")
                .doesNotContain("waiting");
        assertThat(dir.resolve("greenaudit.mv.db")).doesNotExist();
    }

    @Test
    void whatIsNoAddressIsRefusedAndNotPrinted() {
        settings.set("greenaudit.data-dir", dir).set("GREENAUDIT_DB_URL", "writer:hunter2@127.0.0.1/greenaudit");
        StringWriter told = new StringWriter();
        PrintWriter writer = new PrintWriter(told);
        int status = new Cli(new Console(writer, writer, false), GreenAudit.class).run("db", "check", "--locale=en");
        assertThat(status).as(told.toString()).isEqualTo(2);
        assertThat(told.toString()).contains("GREENAUDIT_DB_URL is no address").doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://(host=127.0.0.1,port=1,user=writer,password=hunter2)/greenaudit",
                "jdbc:mysql://127.0.0.1:1/greenaudit?user=writer&password=hunter2",
                "jdbc:h2:mem:x;USER=writer;PASSWORD=hunter2"
            })
    void anAddressWithALoginIsRefusedAndNotPrinted(String url) {
        settings.set("greenaudit.data-dir", dir).set("GREENAUDIT_DB_URL", url);
        StringWriter told = new StringWriter();
        PrintWriter writer = new PrintWriter(told);
        int status = new Cli(new Console(writer, writer, false), GreenAudit.class).run("db", "check", "--locale=en");
        assertThat(status).as(told.toString()).isEqualTo(2);
        assertThat(told.toString())
                .contains("GREENAUDIT_DB_URL holds a user or a password")
                .doesNotContain("hunter2");
    }
}
