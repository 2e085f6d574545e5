package org.greenaudit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.greenaudit.faults.PuppetProcess.Ended;
import org.greenaudit.faults.PuppetProcess.Event;
import org.greenaudit.faults.Scene.Stage;
import org.greenaudit.testing.DatabaseServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wire to the server that holds the purchases is cut while they are read, for a while or for long. */
@Tag("database")
@Tag("faults")
class SourceLossOnServerTest {

    private static final String RECORD = "FZ2026-0000001";

    @TempDir
    private static Path folder;

    private static final List<Event> EVENTS = new ArrayList<>();
    private static TcpProxy wire;
    private static Path job;
    private static Scene scene;
    private static PuppetProcess puppet;
    private static Stage undisturbed;

    @BeforeAll
    static void start() throws IOException {
        scene = new Scene(folder, false);
        wire = new TcpProxy(DatabaseServer.shared().hostAndPort());
        DatabaseServer.Schema schema = DatabaseServer.shared().schema();
        job = scene.jobOfTable(schema, wire.hostAndPort());
        puppet = PuppetProcess.start(scene.errors());
        undisturbed = scene.stage();
        Ended ended = puppet.run(Scene.audit(job, undisturbed), EVENTS::add);
        assertThat(ended.status()).as(ended.all()).hasValue(0);
    }

    @AfterAll
    static void end() throws IOException {
        puppet.close();
        wire.close();
    }

    @Test
    void readingGoesOnWhenTheServerComesBackInTime() throws IOException {
        long seed = Long.getLong("faults.seed", System.nanoTime());
        System.out.println("SourceLossOnServerTest: cut by -Dfaults.seed=" + seed);
        Stage stage = scene.stage();
        // with partitions still to come, whatever the reader holds already
        int nth = new Random(seed).nextInt(evaluated() / 2);
        Ended ended = puppet.run(Scene.audit(job, stage), atEvaluate(nth, () -> wire.cut(1)));
        assertThat(ended.status()).as(ended.all()).hasValue(0);
        assertThat(wire.turnedAway()).as("a reader missed its server").isTrue();
        Scene.assertSame(stage, undisturbed, "seed " + seed);
    }

    @Test
    void aServerThatStaysAwayFailsTheRunAndTheNextStartContinues() throws IOException {
        Stage stage = scene.stage();
        List<String> audit = new ArrayList<>(Scene.audit(job, stage));
        audit.add(0, "-Dgreenaudit.database.retry-seconds=1");
        Ended cut = puppet.run(audit, atEvaluate(evaluated() / 2, wire::cut));
        assertThat(cut.status()).as(cut.all()).hasValue(1);
        assertThat(cut.text())
                .contains(wire.hostAndPort(), "the same command continues")
                .doesNotContain("at org.", "at com.", PuppetProcess.SOURCE_PASSWORD);
        assertThat(stage.number("SELECT COUNT(*) FROM audit_run WHERE run_status = 'STARTED'"))
                .isEqualTo(1);

        wire.mend();
        Ended next = puppet.run(Scene.audit(job, stage), event -> {});
        assertThat(next.status()).as(next.all()).hasValue(0);
        Scene.assertSame(stage, undisturbed, "the source was away");
    }

    /** The first connection shows that the server is there, the second plans, the third reads. */
    @Test
    void explainWaitsForItsSourceAsLongAsTheConfigurationSays() throws IOException {
        wire.dropAfter(2);
        Ended impatient = puppet.run(explain(0), event -> {});
        assertThat(impatient.status()).as(impatient.all()).hasValue(1);
        assertThat(impatient.text()).contains(wire.hostAndPort()).doesNotContain("Verdicts");

        wire.dropAfter(2);
        Ended patient = puppet.run(explain(5), event -> {});
        assertThat(patient.status()).as(patient.all()).hasValue(0);
        assertThat(patient.text()).contains("Verdicts");
    }

    private List<String> explain(int retrySeconds) {
        return List.of(
                "-Dgreenaudit.database.retry-seconds=" + retrySeconds,
                "explain",
                "--locale=en",
                "--record=" + RECORD,
                "--job=" + job);
    }

    private int evaluated() {
        return (int)
                EVENTS.stream().filter(event -> event.step().equals("evaluate")).count();
    }

    private static PuppetProcess.Hand atEvaluate(int nth, Runnable fault) {
        int[] seen = {0};
        return event -> {
            if (event.step().equals("evaluate") && seen[0]++ == nth) {
                fault.run();
            }
        };
    }
}
