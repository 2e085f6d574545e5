package org.greenaudit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.greenaudit.faults.PuppetProcess.Ended;
import org.greenaudit.faults.Scene.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program is asked to end (SIGTERM) while it works. */
@Tag("faults")
class StopTest {

    /** 128 and the signal's number: what a shell tells of a process that a signal ended. */
    static final int TERMINATED = 143;

    @TempDir
    private Path folder;

    @Test
    void aRunAskedToEndStopsAtABlockAndTheNextStartContinues() throws IOException {
        Scene scene = new Scene(folder, false);
        Stage undisturbed = scene.stage();
        Stage stopped = scene.stage();
        try (PuppetProcess puppet = PuppetProcess.start(scene.errors())) {
            assertThat(puppet.run(scene.audit(undisturbed), event -> {}).status())
                    .hasValue(0);
            int[] seen = {0};
            Ended ended = puppet.run(scene.audit(stopped), event -> {
                if (event.what().startsWith("INSERT INTO audit_verdict") && seen[0]++ == 2) {
                    puppet.terminate();
                }
            });
            assertThat(puppet.awaitEnd()).as(ended.all()).isEqualTo(TERMINATED);
            assertThat(ended.text()).contains("Stopped at the end of a block; the same command continues");
        }
        assertThat(stopped.number("SELECT COUNT(*) FROM audit_run WHERE run_status = 'STARTED'"))
                .isEqualTo(1);
        assertThat(stopped.number("SELECT COUNT(*) FROM BATCH_JOB_EXECUTION WHERE STATUS = 'STOPPED'"))
                .isEqualTo(1);
        assertThat(stopped.number("SELECT COUNT(*) FROM audit_partition WHERE partition_status = 'DONE'"))
                .as("it stopped early")
                .isLessThan(6);
        try (PuppetProcess puppet = PuppetProcess.start(scene.errors())) {
            Ended next = puppet.run(scene.audit(stopped), event -> {});
            assertThat(next.status()).as(next.all()).hasValue(0);
        }
        Scene.assertSame(stopped, undisturbed, "stopped");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CALL SCHEMA()",
                "INSERT INTO \"PUBLIC\".\"flyway_",
                "SELECT COUNT(*) FROM audit_lock",
                "INSERT INTO audit_run "
            })
    void aProcessAskedToEndBeforeItReadsSaysSoAndTheNextStartCarriesItOut(String statement) throws IOException {
        Scene scene = new Scene(folder, false);
        Stage stage = scene.stage();
        try (PuppetProcess puppet = PuppetProcess.start(scene.errors())) {
            AtomicBoolean asked = new AtomicBoolean();
            Ended ended = puppet.run(scene.audit(stage), event -> {
                if (event.what().startsWith(statement) && !asked.getAndSet(true)) {
                    puppet.terminate();
                }
            });
            assertThat(asked).isTrue();
            assertThat(puppet.awaitEnd()).as(ended.all()).isEqualTo(TERMINATED);
            assertThat(ended.text()).contains("Stopped ").doesNotContain("database", "closed");
        }
        try (PuppetProcess puppet = PuppetProcess.start(scene.errors())) {
            Ended next = puppet.run(scene.audit(stage), event -> {});
            assertThat(next.status()).as(next.all()).hasValue(0);
        }
    }
}
