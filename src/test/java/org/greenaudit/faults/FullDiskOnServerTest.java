package org.greenaudit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.greenaudit.faults.PuppetProcess.Ended;
import org.greenaudit.faults.Scene.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No file may grow beyond a limit (the shell's {@code ulimit -f}): the nearest thing to a full disk that needs no rights.
 * Results go to the server, so that the reports are the first to meet the limit.
 */
@Tag("database")
@Tag("faults")
class FullDiskOnServerTest {

    /** In blocks of 512 bytes; the largest report file is larger, and the log is smaller. */
    private static final int LIMIT_BLOCKS = 200;

    @TempDir
    private Path folder;

    @Test
    void aReportThatDoesNotFitLeavesNothingAndIsWrittenByTheNextStart() throws IOException {
        Scene scene = new Scene(folder, true);
        Stage undisturbed = scene.stage();
        Stage full = scene.stage();
        Path latest = full.out().resolve("latest");
        try (PuppetProcess puppet = PuppetProcess.start(scene.errors())) {
            for (Stage stage : List.of(undisturbed, full)) {
                assertThat(puppet.run(scene.audit(stage, "--date", "2026-05-31"), event -> {})
                                .status())
                        .hasValue(0);
            }
            Map<String, String> before = Scene.reports(full);
            Path before31 = latest.toRealPath();
            auditWithoutRoom(scene, full);
            assertThat(Scene.reports(full)).as("nothing half, nothing lost").isEqualTo(before);
            assertThat(latest.toRealPath()).isEqualTo(before31);
            assertThat(puppet.run(scene.audit(undisturbed), event -> {}).status())
                    .hasValue(0);
            Ended next = puppet.run(scene.audit(full), event -> {
                assertThat(event.what()).as("nothing is judged again").doesNotStartWith("INSERT INTO audit_verdict");
            });
            assertThat(next.status()).as(next.all()).hasValue(0);
        }
        Scene.assertSame(full, undisturbed, "full disk");
    }

    /** An audit in a process that meets the limit. */
    private static void auditWithoutRoom(Scene scene, Stage full) throws IOException {
        try (PuppetProcess limited =
                PuppetProcess.start(scene.errors(), "sh", "-c", "ulimit -f " + LIMIT_BLOCKS + "; exec \"$@\"", "sh")) {
            Ended ended = limited.run(scene.audit(full), event -> {});
            assertThat(ended.status()).as(ended.all()).hasValue(1);
            assertThat(ended.text())
                    .contains(full.out().toString(), "the disk or the quota is full", "the same command continues")
                    .doesNotContain("at org.");
        }
    }
}
