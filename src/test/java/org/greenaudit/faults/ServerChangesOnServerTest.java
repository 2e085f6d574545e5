package org.greenaudit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.greenaudit.faults.PuppetProcess.Ended;
import org.greenaudit.faults.PuppetProcess.Event;
import org.greenaudit.faults.Scene.Stage;
import org.greenaudit.testing.DatabaseServer;
import org.greenaudit.testing.MortalServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server of results and purchases ends idle sessions soon, moves to another address, or writes no more. */
@Tag("database")
@Tag("faults")
class ServerChangesOnServerTest {

    private static final String AWAY = "the database is away";
    private static final String READ_ONLY = "the database takes no results, because its server is read-only";
    private static final String WRITER = "faults_writer";

    @TempDir
    private static Path folder;

    private static MortalServer server;
    private static Scene scene;
    private static PuppetProcess puppet;
    private static Path job;
    private static Stage undisturbed;

    @BeforeAll
    static void start() throws IOException {
        server = MortalServer.start();
        scene = new Scene(folder, true);
        puppet = PuppetProcess.start(scene.errors());
        // who may write although a server is read-only, would not notice
        server.server()
                .execute("CREATE USER '" + WRITER + "'@'%' IDENTIFIED BY '" + PuppetProcess.SOURCE_PASSWORD + "'");
        DatabaseServer.Schema purchases = server.server().schema();
        job = scene.jobOfTable(purchases, server.hostAndPort() + "," + server.elsewhere());
        undisturbed = stage();
        completed(undisturbed);
    }

    @AfterEach
    void reset() {
        server.reset();
    }

    @AfterAll
    static void end() {
        puppet.close();
        server.close();
    }

    @Test
    void sessionsThatAreIdleForLongerThanTheServerAllowsAreNotLost() throws IOException {
        server.server().execute("SET GLOBAL wait_timeout = 1");
        Stage stage = stage();
        Set<String> steps = new HashSet<>();
        Ended ended = puppet.run(Scene.audit(job, stage), event -> {
            if (steps.add(event.step())) {
                awaitIdleness(stage);
            }
        });
        assertThat(ended.status()).as(ended.all()).hasValue(0);
        assertThat(steps).contains("evaluate", "report");
        assertThat(ended.text()).doesNotContain(AWAY);
        Scene.assertSame(stage, undisturbed, "wait_timeout");
    }

    @Test
    void aServerThatMovesToAnotherAddressOfTheListIsFollowed() throws IOException {
        Stage stage = stage();
        Ended ended = puppet.run(Scene.audit(job, stage), atEvaluate(() -> {
            server.kill();
            server.reviveElsewhere();
        }));
        assertThat(ended.status()).as(ended.all()).hasValue(0);
        assertThat(ended.text()).contains(AWAY);
        Scene.assertSame(stage, undisturbed, "elsewhere");
    }

    @Test
    void aReadOnlyServerIsNamedBeforeTheNightAndTheNextStartIsWhole() throws IOException {
        Stage fresh = stage();
        readOnly(true);
        refused(fresh);
        refused(undisturbed, "--rerun");
        Ended check = puppet.run(check(undisturbed), event -> {});
        assertThat(check.status()).as(check.all()).hasValue(1);
        assertThat(check.text()).contains("the server is read-only");
        readOnly(false);
        completed(fresh);
        Scene.assertSame(fresh, undisturbed, "read-only before");
    }

    @Test
    void aServerThatIsReadOnlyForAWhileIsWaitedFor() throws IOException {
        Stage stage = stage();
        Ended ended = puppet.run(Scene.audit(job, stage), atEvaluate(() -> readOnly(true)), line -> {
            if (line.startsWith(AWAY)) {
                readOnly(false);
            }
        });
        assertThat(ended.status()).as(ended.all()).hasValue(0);
        assertThat(ended.text()).contains(AWAY);
        Scene.assertSame(stage, undisturbed, "read-only for a while");
    }

    @Test
    void aServerThatStaysReadOnlyFailsTheRunAndTheNextStartContinues() throws IOException {
        Stage stage = stage();
        Ended ended = puppet.run(impatient(stage), atEvaluate(() -> readOnly(true)));
        assertNamed(ended);
        readOnly(false);
        completed(stage);
        Scene.assertSame(stage, undisturbed, "read-only to the end");
    }

    private static void completed(Stage stage) throws IOException {
        Ended ended = puppet.run(Scene.audit(job, stage), event -> {});
        assertThat(ended.status()).as(ended.all()).hasValue(0);
    }

    private static void refused(Stage stage, String... more) throws IOException {
        assertNamed(puppet.run(impatient(stage, more), event -> {}));
    }

    private static void assertNamed(Ended ended) {
        assertThat(ended.status()).as(ended.all()).hasValue(1);
        assertThat(ended.text())
                .contains(READ_ONLY, "the same command continues")
                .doesNotContain("unexpected error", "Exception", "at org.", "at com.");
    }

    private static List<String> impatient(Stage stage, String... more) {
        List<String> args = new ArrayList<>(Scene.audit(job, stage, more));
        args.add(0, "-Dgreenaudit.database.retry-seconds=1");
        return args;
    }

    private static List<String> check(Stage stage) {
        List<String> args = new ArrayList<>(stage.properties());
        args.addAll(List.of("db", "check", "--locale", "en"));
        return args;
    }

    /** A fresh database at either address, of a user without more rights than the manual grants. */
    private static Stage stage() throws IOException {
        String name = server.server().schema().name();
        server.server()
                .execute("GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, INDEX, REFERENCES ON " + name + ".* TO '"
                        + WRITER + "'@'%'");
        String url = "jdbc:mysql://" + server.hostAndPort() + "," + server.elsewhere() + "/" + name;
        return scene.stage(new DatabaseServer.Schema(url, name, WRITER, PuppetProcess.SOURCE_PASSWORD), url);
    }

    private static void readOnly(boolean on) {
        server.server().execute("SET GLOBAL read_only = " + (on ? "ON" : "OFF"));
    }

    /** Returns when every session has been idle for longer than the server allows by itself. */
    private static void awaitIdleness(Stage stage) {
        while (stage.number("SELECT COALESCE(MIN(time), 2) FROM information_schema.processlist" + " WHERE user = '"
                        + WRITER + "' AND id <> CONNECTION_ID() AND command = 'Sleep'")
                < 2) {
            Thread.onSpinWait();
        }
    }

    private static PuppetProcess.Hand atEvaluate(Runnable change) {
        int[] seen = {0};
        return event -> {
            if (isWrite(event) && seen[0]++ == 5) {
                change.run();
            }
        };
    }

    private static boolean isWrite(Event event) {
        return event.step().equals("evaluate") && event.what().startsWith("INSERT INTO audit_verdict");
    }
}
