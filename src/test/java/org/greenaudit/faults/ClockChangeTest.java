package org.greenaudit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.greenaudit.faults.PuppetProcess.Ended;
import org.greenaudit.faults.Scene.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The machine's clock is set while the program lies killed. Spring Batch reads the machine's clock itself, which nobody
 * may set for a test: what it had noted is moved instead, by as much the other way.
 */
@Tag("faults")
class ClockChangeTest {

    private static final Map<String, List<String>> NOTED = Map.of(
            "BATCH_JOB_EXECUTION", List.of("CREATE_TIME", "START_TIME", "END_TIME", "LAST_UPDATED"),
            "BATCH_STEP_EXECUTION", List.of("CREATE_TIME", "START_TIME", "END_TIME", "LAST_UPDATED"),
            "audit_run", List.of("started_at", "ended_at"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {-26, 26})
    void aClockThatIsSetBetweenKillAndRestartChangesNothing(int hours) throws IOException {
        Scene scene = new Scene(folder, false);
        Stage undisturbed = scene.stage();
        Stage killed = scene.stage();
        try (PuppetProcess puppet = PuppetProcess.start(scene.errors())) {
            assertThat(puppet.run(scene.audit(undisturbed), event -> {}).status())
                    .hasValue(0);
            kill(puppet, scene.audit(killed), "assess");
        }
        set(killed, hours);
        try (PuppetProcess puppet = PuppetProcess.start(scene.errors())) {
            kill(puppet, scene.audit(killed), "report");
        }
        set(killed, hours);
        List<String> elsewhen = new ArrayList<>(scene.audit(killed));
        elsewhen.add(0, "-D" + Puppet.CLOCK + "=PT" + hours + "H");
        try (PuppetProcess puppet = PuppetProcess.start(scene.errors())) {
            Ended ended = puppet.run(elsewhen, event -> {});
            assertThat(ended.status()).as(ended.all()).hasValue(0);
        }
        Scene.assertSame(killed, undisturbed, "clock set by " + hours + " h");
    }

    private static void kill(PuppetProcess puppet, List<String> audit, String step) throws IOException {
        Ended ended = puppet.run(audit, event -> {
            if (event.step().equals(step) && event.what().equals("committed")) {
                puppet.kill();
            }
        });
        assertThat(ended.status()).as(ended.all()).isEmpty();
        puppet.awaitEnd();
    }

    private static void set(Stage stage, int hours) {
        NOTED.forEach((table, columns) -> columns.forEach(column -> stage.execute(
                "UPDATE " + table + " SET " + column + " = DATEADD(HOUR, " + -hours + ", " + column + ")")));
    }
}
