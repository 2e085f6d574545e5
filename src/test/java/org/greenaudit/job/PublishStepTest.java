package org.greenaudit.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greenaudit.job.Purchases.line;
import static org.greenaudit.job.Purchases.rejection;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.greenaudit.catalog.CatalogException;
import org.greenaudit.catalog.CatalogProblem;
import org.greenaudit.job.AuditResult.Status;
import org.greenaudit.job.step.AuditComponents;
import org.greenaudit.message.Text;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The step {@code publish}: a textfile that takes the metrics, and a gateway that refuses them. */
class PublishStepTest {

    private static final LocalDate JUNE_30 = LocalDate.of(2026, 6, 30);
    private static final SharedParts SHARED = new SharedParts();
    private static final AtomicInteger JOBS = new AtomicInteger();
    private static final AtomicReference<String> PUSHED = new AtomicReference<>();

    @TempDir
    private static Path data;

    private static HttpServer gateway;
    private static ConfigurableApplicationContext context;

    @TempDir
    private Path dir;

    private final FakeParts parts = new FakeParts();
    private final String jobName = "village-" + JOBS.incrementAndGet();

    @BeforeAll
    static void open() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", exchange -> {
            PUSHED.set(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
        });
        gateway.start();
        context = new SpringApplicationBuilder(AuditConfiguration.class)
                .initializers(c -> {
                    GenericApplicationContext beans = (GenericApplicationContext) c;
                    beans.registerBean(AuditComponents.class, () -> SHARED);
                    beans.registerBean(
                            Clock.class,
                            () -> Clock.fixed(Instant.parse("2026-06-30T18:00:00Z"), AuditConfiguration.ZONE));
                })
                .run(
                        "--greenaudit.data-dir=" + data.resolve("db"),
                        "--greenaudit.metrics.textfile=" + data,
                        "--greenaudit.metrics.pushgateway-url=http://localhost:"
                                + gateway.getAddress().getPort(),
                        "--logging.level.root=off",
                        "--logging.level.org.springframework=off",
                        "--logging.level.org.springframework.batch=off");
    }

    @AfterAll
    static void close() {
        context.close();
        gateway.stop(0);
    }

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(dir.resolve("catalogs"));
        Files.writeString(dir.resolve("feed.csv"), "item_name\n");
        Files.writeString(
                dir.resolve("village.yaml"),
                "name: " + jobName + "\ncatalogs: [catalogs]\nsource: {files: [feed.csv]}\n");
        parts.rows(line(2, "violation"), line(3, "compliant"), rejection(4), line(5, "undetermined"), line(6, "chair"));
        SHARED.current = parts;
    }

    @Test
    void aGatewayThatRefusesIsReportedAndTheAuditIsCompleted() throws IOException {
        AuditResult result = audit(JUNE_30, false);
        assertThat(result.status()).isEqualTo(Status.COMPLETED);
        assertThat(result.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.key()).isEqualTo("metrics.pushgateway.refused");
            assertThat(notice.args().get(1)).isEqualTo("401");
        });
        assertThat(PUSHED.get()).isEqualTo("PUT /metrics/job/" + jobName);
        assertThat(published())
                .contains(of("greenaudit_run_last_status", "1.0"))
                .contains(of("greenaudit_run_last_success_timestamp_seconds", "1.7828424E9"))
                .contains(of("greenaudit_run_attempts", "1.0"))
                .contains(of("greenaudit_lines_processed_total", "5.0"))
                .contains("greenaudit_lines{job=\"" + jobName + "\",outcome=\"rejected\"} 1.0")
                .contains("greenaudit_rejected{job=\"" + jobName + "\",reason=\"date-unreadable\"} 1.0")
                .contains("greenaudit_undetermined{job=\"" + jobName + "\",reason=\"model-unknown\"} 1.0")
                .anyMatch(line -> line.startsWith(
                        "greenaudit_step_duration_seconds{job=\"" + jobName + "\",step=\"evaluate\"} "));
    }

    @Test
    void theNextNightTellsNewFromResolvedByDutyAndShowsWhatIsOverAsZero() throws IOException {
        audit(JUNE_30.minusDays(1), false);
        parts.rows(line(3, "compliant"), line(7, "compliant"));
        parts.sha256 = "1".repeat(64);
        audit(JUNE_30, false);
        assertThat(published())
                .contains("greenaudit_violations_new{duty=\"mandatory\",job=\"" + jobName + "\"} 0.0")
                .contains("greenaudit_violations_resolved{duty=\"mandatory\",job=\"" + jobName + "\"} 1.0")
                .contains("greenaudit_violations{duty=\"mandatory\",job=\"" + jobName
                        + "\",region=\"361000\",rule=\"M1\"} 0.0")
                .as("a counter of all nights")
                .contains(of("greenaudit_lines_processed_total", "7.0"));
    }

    @Test
    void aFailedRunIsPublishedAndTheLastGoodFiguresStay() throws IOException {
        audit(JUNE_30.minusDays(1), false);
        parts.reportFailure.set(new IOException("no space left"));
        AuditResult failed = audit(JUNE_30, false);
        assertThat(failed.status()).isEqualTo(Status.FAILED);
        assertThat(failed.notices()).hasSize(1);
        assertThat(PUSHED.get()).isEqualTo("POST /metrics/job/" + jobName);
        assertThat(published())
                .contains(of("greenaudit_run_last_status", "0.0"))
                .contains(of("greenaudit_run_last_success_timestamp_seconds", "1.7828424E9"))
                .contains(of("greenaudit_lines_processed_total", "5.0"))
                .contains("greenaudit_lines{job=\"" + jobName + "\",outcome=\"violation\"} 1.0");

        audit(JUNE_30, false);
        assertThat(published())
                .contains(of("greenaudit_run_last_status", "1.0"))
                .contains(of("greenaudit_run_attempts", "2.0"))
                .contains(of("greenaudit_lines_processed_total", "10.0"));
    }

    @Test
    void catalogsThatCannotBeUsedAreAFailedRun() throws IOException {
        parts.catalogFailure.set(new CatalogException(
                List.of(new CatalogProblem("lists.csv", 0, "", "", Text.of("catalog-problem.file-missing"))),
                1,
                List.of()));
        assertThatThrownBy(() -> audit(JUNE_30, false)).isInstanceOf(CatalogException.class);
        assertThat(published()).contains(of("greenaudit_run_last_status", "0.0"));
    }

    @Test
    void aStartThatIsTurnedAwayIsNoFailure() throws IOException {
        AtomicReference<AuditResult> second = new AtomicReference<>();
        parts.onLine.set(() -> {
            if (second.get() == null) {
                second.set(audit(JUNE_30, false));
            }
        });
        audit(JUNE_30, false);
        assertThat(second.get().status()).isEqualTo(Status.FAILED);
        assertThat(second.get().notices()).isEmpty();
        assertThat(published()).contains(of("greenaudit_run_last_status", "1.0"));
    }

    @Test
    void aCompletedAuditThatIsStartedAgainPublishesTheSameFiguresAgain() throws IOException {
        audit(JUNE_30.minusDays(1), false);
        parts.rows(line(3, "compliant"), line(7, "violation"));
        parts.sha256 = "1".repeat(64);
        audit(JUNE_30, false);
        List<String> first = published();
        Files.delete(textfile());
        assertThat(audit(JUNE_30, false)).satisfies(again -> {
            assertThat(again.status()).isEqualTo(Status.ALREADY_COMPLETED);
            assertThat(again.notices()).as("the gateway still refuses").hasSize(1);
        });
        assertThat(withoutDuration(published())).isEqualTo(withoutDuration(first));
        assertThat(published()).hasSameSizeAs(first);
    }

    @Test
    void aStartThatFailedOnTheWayToACompletedAuditIsForgottenWithTheNextStart() throws IOException {
        audit(JUNE_30, false);
        parts.catalogFailure.set(new CatalogException(
                List.of(new CatalogProblem("lists.csv", 0, "", "", Text.of("catalog-problem.file-missing"))),
                1,
                List.of()));
        assertThatThrownBy(() -> audit(JUNE_30, false)).isInstanceOf(CatalogException.class);
        assertThat(published()).contains(of("greenaudit_run_last_status", "0.0"));
        audit(JUNE_30, false);
        assertThat(published()).contains(of("greenaudit_run_last_status", "1.0"));
    }

    @Test
    void anEarlierNightThatIsStartedAgainDoesNotTakeThePlaceOfALaterOne() throws IOException {
        audit(JUNE_30.minusDays(1), false);
        parts.reportFailure.set(new IOException("no space left"));
        audit(JUNE_30, false);
        assertThat(audit(JUNE_30.minusDays(1), false).notices())
                .containsExactly(Text.of("job.publish.unfinished", runId(JUNE_30)));
        assertThat(published()).contains(of("greenaudit_run_last_status", "0.0"));
    }

    @Test
    void anEarlierDateThatIsAuditedLaterLeavesTheFiguresAlone() throws IOException {
        audit(JUNE_30, false);
        List<String> figures = published();
        parts.rows(line(3, "compliant"));
        parts.sha256 = "2".repeat(64);
        assertThat(audit(JUNE_30.minusDays(1), false)).satisfies(earlier -> {
            assertThat(earlier.status()).isEqualTo(Status.COMPLETED);
            assertThat(earlier.notices()).contains(Text.of("job.publish.newer", runId(JUNE_30)));
        });
        assertThat(published()).containsExactlyInAnyOrderElementsOf(figures);
    }

    @Test
    void aCompletedAuditWhoseCatalogsHaveChangedSinceIsRunAgain() throws IOException {
        audit(JUNE_30, false);
        parts.catalogFailure.set(new CatalogException(
                List.of(new CatalogProblem("lists.csv", 0, "", "", Text.of("catalog-problem.file-missing"))),
                1,
                List.of()));
        assertThatThrownBy(() -> audit(JUNE_30, false)).isInstanceOf(CatalogException.class);
        parts.fingerprint = "another";
        assertThat(audit(JUNE_30, false)).satisfies(again -> {
            assertThat(again.status()).isEqualTo(Status.COMPLETED);
            assertThat(again.notices()).contains(Text.of("job.changed.catalogs", runId(JUNE_30)));
        });
        assertThat(published()).contains(of("greenaudit_run_last_status", "1.0"));
    }

    @Test
    void anEarlierDateThatFailsLeavesTheFiguresAlone() throws IOException {
        audit(JUNE_30, false);
        List<String> figures = published();
        parts.reportFailure.set(new IOException("no space left"));
        assertThat(audit(JUNE_30.minusDays(1), false).status()).isEqualTo(Status.FAILED);
        assertThat(published()).isEqualTo(figures);
    }

    @Test
    void aDateToComeIsToldAndBarsNoOther() throws IOException {
        assertThat(audit(JUNE_30.plusYears(36), false).notices())
                .contains(Text.of("job.date-to-come", "2062-06-30", "2026-07-01"));
        parts.rows(line(3, "compliant"));
        parts.sha256 = "3".repeat(64);
        audit(JUNE_30, false);
        assertThat(published()).contains("greenaudit_lines{job=\"" + jobName + "\",outcome=\"violation\"} 0.0");
    }

    private String runId(LocalDate date) {
        return jobName + "-" + date.toString().replace("-", "") + "-1-test";
    }

    private AuditResult audit(LocalDate date, boolean rerun) {
        return Ask.audit(
                context,
                Ask.of(dir.resolve("village.yaml")).on(date).rerun(rerun).request());
    }

    private List<String> published() throws IOException {
        return Files.readAllLines(textfile());
    }

    private Path textfile() {
        return data.resolve("greenaudit-" + jobName + ".prom");
    }

    /** The one value that is measured otherwise the second time: by Spring Batch's clock. */
    private static List<String> withoutDuration(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.startsWith("greenaudit_run_duration_seconds{"))
                .toList();
    }

    private String of(String metric, String value) {
        return metric + "{job=\"" + jobName + "\"} " + value;
    }
}
