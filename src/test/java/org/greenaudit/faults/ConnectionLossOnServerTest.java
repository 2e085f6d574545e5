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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wire between the program and its database is cut in every step, for a while or for long. */
@Tag("database")
@Tag("faults")
class ConnectionLossOnServerTest {

    private static final List<String> STEPS = List.of("prepare", "evaluate", "assess", "report", "publish", "retain");
    private static final String WAITS = "the database is away (no connection, or read-only); waiting up to";

    @TempDir
    private static Path folder;

    private static final List<Event> EVENTS = new ArrayList<>();
    private static Scene scene;
    private static PuppetProcess puppet;
    private static Stage undisturbed;

    private TcpProxy wire;

    @BeforeAll
    static void start() throws IOException {
        scene = new Scene(folder, true);
        puppet = PuppetProcess.start(scene.errors());
        undisturbed = scene.stage();
        Ended ended = puppet.run(scene.audit(undisturbed), EVENTS::add);
        assertThat(ended.status()).as(ended.all()).hasValue(0);
    }

    @AfterAll
    static void end() {
        puppet.close();
    }

    @BeforeEach
    void open() throws IOException {
        wire = new TcpProxy(DatabaseServer.shared().hostAndPort());
    }

    @AfterEach
    void close() throws IOException {
        wire.close();
    }

    @Test
    void aRunWhoseConnectionComesBackInTimeContinues() throws IOException {
        long seed = Long.getLong("faults.seed", System.nanoTime());
        System.out.println("ConnectionLossOnServerTest: cuts by -Dfaults.seed=" + seed);
        Random random = new Random(seed);
        for (String step : STEPS) {
            Stage stage = behindTheWire();
            int nth = random.nextInt(count(step));
            String how = "seed " + seed + ", cut at " + step + " " + nth;
            Ended ended = puppet.run(impatient(scene.audit(stage)), cutAt(step, nth), line -> {
                if (line.startsWith(WAITS)) {
                    wire.mend();
                }
            });
            assertThat(ended.status()).as(how + "\n" + ended.all()).hasValue(0);
            assertThat(ended.text()).as(how).contains(WAITS);
            Scene.assertSame(stage, undisturbed, how);
        }
    }

    @Test
    void aRunWhoseConnectionStaysAwayFailsAndTheNextStartContinues() throws IOException {
        for (String step : List.of("evaluate", "assess", "report")) {
            Stage stage = behindTheWire();
            List<String> audit = impatient(scene.audit(stage));
            audit.add(0, "-Dgreenaudit.database.retry-seconds=1");
            Ended cut = puppet.run(audit, cutAt(step, count(step) / 2));
            assertThat(cut.status()).as(cut.all()).hasValue(1);
            assertThat(cut.text())
                    .contains(WAITS + " 1 s", "the database failed")
                    .doesNotContain("at org.", "at com.");
            assertThat(stage.number("SELECT COUNT(*) FROM audit_run WHERE run_status = 'STARTED'"))
                    .isEqualTo(1);
            assertThat(stage.out().resolve("latest")).doesNotExist();

            wire.mend();
            Ended next = puppet.run(scene.audit(stage), event -> {});
            assertThat(next.status()).as(next.all()).hasValue(0);
            Scene.assertSame(stage, undisturbed, step);
        }
    }

    /** A pool that gives a lost connection up sooner than in production, so that nobody waits for it here. */
    private static List<String> impatient(List<String> audit) {
        List<String> args = new ArrayList<>(audit);
        args.add(0, "-Dspring.datasource.hikari.connection-timeout=500");
        return args;
    }

    private Stage behindTheWire() throws IOException {
        DatabaseServer.Schema schema = DatabaseServer.shared().schema();
        return scene.stage(schema, "jdbc:mysql://" + wire.hostAndPort() + "/" + schema.name());
    }

    private int count(String step) {
        return (int) EVENTS.stream().filter(event -> event.step().equals(step)).count();
    }

    private PuppetProcess.Hand cutAt(String step, int nth) {
        int[] seen = {0};
        return event -> {
            if (event.step().equals(step) && seen[0]++ == nth) {
                wire.cut();
            }
        };
    }
}
