package org.greenaudit.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.greenaudit.sample.City;
import org.greenaudit.sample.FeedGenerator;
import org.greenaudit.sample.FeedSettings;
import org.greenaudit.sample.FeedStyle;
import org.greenaudit.sample.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * An audit whose process is killed three times, early and late among the partitions and while its report is being
 * written, and that is started again each time. {@code -Dkilled.lines=200000} takes a larger feed than the gate does.
 */
@ExtendWith(Nights.Shared.class)
class KilledAuditTest {

    private static final long LINES = Long.getLong("killed.lines", 20_000);
    private static final int KILLED = 128 + 9;

    @TempDir
    private Path dir;

    @Test
    void theReportIsTheSameAsIfNothingHadHappened(Nights nights) throws IOException, InterruptedException {
        Path feed = dir.resolve("feed.csv");
        new FeedGenerator(new FeedSettings(LINES, 42, Period.SAMPLE, List.of(City.values()), FeedStyle.CANONICAL))
                .writeFeed(feed);
        Path job = nights.jobOf("killed", feed, "run: {threads: 2, partition-megabytes: 1, block-lines: 500}\n");
        Path undisturbed = dir.resolve("undisturbed");
        assertThat(nights.audit(Ask.of(job).out(undisturbed).request()).status())
                .isEqualTo(AuditResult.Status.COMPLETED);

        Path out = dir.resolve("out");
        Path day = Files.createDirectories(out.resolve("2026-06-30"));
        for (int percent : new int[] {5, 60}) {
            AuditProcess process = AuditProcess.start(job, out, dir.resolve("data"));
            process.awaitPercent(percent);
            assertThat(process.kill()).isEqualTo(KILLED);
            assertThat(day).isEmptyDirectory();
        }
        killWhileReporting(job, out, day);
        assertThat(out.resolve("latest")).doesNotExist();

        assertThat(AuditProcess.start(job, out, dir.resolve("data")).ending()).isEqualTo("COMPLETED");
        assertSame(undisturbed, out);
        assertThat(day.toFile().list()).containsExactly("run-1");
        assertThat(out.resolve("latest").toRealPath())
                .isEqualTo(day.resolve("run-1").toRealPath());
    }

    private void killWhileReporting(Path job, Path out, Path day) throws IOException, InterruptedException {
        try (WatchService watch = FileSystems.getDefault().newWatchService()) {
            day.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            AuditProcess process = AuditProcess.start(job, out, dir.resolve("data"));
            process.awaitPercent(100);
            WatchKey key = watch.poll(2, TimeUnit.MINUTES);
            assertThat(process.kill()).isEqualTo(KILLED);
            assertThat(key).isNotNull();
            assertThat(key.pollEvents().stream().map(event -> event.context().toString()))
                    .containsExactly(".run-1.partial");
        }
    }

    private static void assertSame(Path expected, Path found) throws IOException {
        SortedMap<String, String> files = ReportFiles.of(expected.resolve("2026-06-30/run-1"));
        SortedMap<String, String> after = ReportFiles.of(found.resolve("2026-06-30/run-1"));
        assertThat(VerdictDiff.between(files, after)).isEmpty();
        assertThat(after.keySet()).isEqualTo(files.keySet());
        files.forEach((name, text) ->
                assertThat(after.get(name).equals(text)).as(name).isTrue());
    }
}
