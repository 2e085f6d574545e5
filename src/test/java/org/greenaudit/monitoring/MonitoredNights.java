package org.greenaudit.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.greenaudit.message.Text;
import org.greenaudit.metrics.MetricsOutlet;
import org.greenaudit.metrics.MetricsPublisher;
import org.greenaudit.metrics.Pushgateway;
import org.greenaudit.metrics.PushgatewaySettings;
import org.greenaudit.metrics.RunMetrics;
import org.greenaudit.metrics.Textfile;
import org.greenaudit.store.PartitionStore;
import org.greenaudit.testing.PrometheusServer;
import org.greenaudit.testing.PushgatewayServer;

/**
 * Two nights of the sample as a real Prometheus sees them with the rules and the configuration of {@code
 * jobs/monitoring}: the earlier audit date a week and a year ago, the later one now, pushed by the program to a real Pushgateway.
 * Both times two workers evaluate a next run of the job.
 */
final class MonitoredNights implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long WEEK = Duration.ofDays(7).toSeconds();
    private static final long YEAR = Duration.ofDays(365).toSeconds();
    private static final long AROUND = Duration.ofMinutes(20).toSeconds();

    private final PushgatewayServer gateway;
    private final PrometheusServer prometheus;
    private final SampleNight earlier;
    private final SampleNight later;
    private final long start = Instant.now().getEpochSecond();

    private MonitoredNights(Path dir) throws IOException {
        Path reports = dir.resolve("reports");
        String data = "--greenaudit.data-dir=" + dir.resolve("data");
        Path textfile = dir.resolve("greenaudit.prom");
        gateway = PushgatewayServer.start();
        earlier = SampleNight.audit(SampleNight.EARLIER, reports, data, "--greenaudit.metrics.textfile=" + textfile);
        underWay(new Textfile(textfile), start - WEEK, 1_000);
        later = SampleNight.audit(
                SampleNight.LATER, reports, data, "--greenaudit.metrics.pushgateway-url=" + gateway.url());
        MetricsOutlet pushed = new Pushgateway(
                new PushgatewaySettings(gateway.url(), Optional.empty(), Optional.empty()), pause -> {});
        underWay(pushed, start, 1_000);
        prometheus = PrometheusServer.start(configuration(gateway), database -> {
            for (long ago : new long[] {WEEK, YEAR}) {
                Backfill.write(textfile, start - ago - AROUND, start - ago + AROUND, database);
            }
        });
        await("greenaudit_run_lines_evaluated");
        underWay(pushed, start, 2_000);
        await("deriv(greenaudit_run_lines_evaluated[5m]) > 0");
        await("job_list:greenaudit_certified_share_amount:delta7d");
        await("job:greenaudit_violation_rate_amount:delta7d");
        await("job_list:greenaudit_certified_share_amount:delta365d");
        await("job_list_version_fingerprint:greenaudit_catalog_first_seen:timestamp_seconds");
    }

    /** A run stands so, and that is news for as long as the tests take. */
    private static void underWay(MetricsOutlet outlet, long seen, long rows) {
        List<Text> failures = new MetricsPublisher(List.of(outlet))
                .progress(RunMetrics.underWay(
                        "sample",
                        new PartitionStore.Standing(4, 6, 4, 0, rows, 2, 1),
                        5_000,
                        Duration.ZERO,
                        Instant.ofEpochSecond(seen).plus(Duration.ofHours(1))));
        assertThat(failures).isEmpty();
    }

    /** Audits, pushes and scrapes. */
    static MonitoredNights begin(Path dir) throws IOException {
        return new MonitoredNights(dir);
    }

    SampleNight earlier() {
        return earlier;
    }

    SampleNight later() {
        return later;
    }

    /** The values of an expression now. */
    Map<Map<String, String>, Double> now(String expression) {
        return prometheus.query(PromVariables.interpolated(expression));
    }

    /** The values of an expression a week ago. */
    Map<Map<String, String>, Double> aWeekAgo(String expression) {
        return prometheus.query(PromVariables.interpolated(expression), start - WEEK);
    }

    @Override
    public void close() {
        prometheus.close();
        gateway.close();
    }

    /** The shipped configuration, a minute shortened to a second. */
    private static String configuration(PushgatewayServer gateway) throws IOException {
        String shipped = Files.readString(PromRule.FOLDER.resolve("prometheus.yml"));
        String ours = shipped.replace("_interval: 1m", "_interval: 1s")
                .replace("- greenaudit-recording.yml", "- " + PromRule.RECORDING.toAbsolutePath())
                .replace("- greenaudit-alerts.yml", "- " + PromRule.ALERTS.toAbsolutePath())
                .replace("pushgateway:9091", gateway.address());
        assertThat(ours).doesNotContain("1m").contains(gateway.address());
        return ours;
    }

    private void await(String expression) {
        Instant end = Instant.now().plus(PATIENCE);
        while (prometheus.query(expression).isEmpty()) {
            assertThat(Instant.now()).as(expression + " has no data").isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }
}
