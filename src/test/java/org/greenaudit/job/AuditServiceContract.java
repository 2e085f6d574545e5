package org.greenaudit.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greenaudit.job.Purchases.line;
import static org.greenaudit.job.Purchases.rejection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.LineOutcome;
import org.greenaudit.assessment.RunCounts.OutsideKey;
import org.greenaudit.assessment.UnitAssessment;
import org.greenaudit.job.AuditResult.Status;
import org.greenaudit.job.config.AuditRequest;
import org.greenaudit.job.step.AuditComponents;
import org.greenaudit.settings.ConfigException;
import org.greenaudit.store.RunChanges;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.Stores;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole job on whichever database, with rows and judgements made up by the test. */
abstract class AuditServiceContract {

    private static final LocalDate JUNE_30 = LocalDate.of(2026, 6, 30);

    private static final SharedParts SHARED = new SharedParts();
    private static final AtomicInteger JOBS = new AtomicInteger();
    private static final Instant EVENING = Instant.parse("2026-06-30T18:00:00Z");
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(EVENING);

    private static ConfigurableApplicationContext context;

    @TempDir
    private Path dir;

    private final FakeParts parts = new FakeParts();
    private final String jobName = "city-" + JOBS.incrementAndGet();

    static void open(String... properties) {
        List<String> arguments = new ArrayList<>(List.of(
                "--logging.level.root=off",
                "--logging.level.org.springframework=off",
                "--logging.level.org.springframework.batch=off"));
        arguments.addAll(List.of(properties));
        context = new SpringApplicationBuilder(AuditConfiguration.class)
                .initializers(c -> {
                    GenericApplicationContext beans = (GenericApplicationContext) c;
                    beans.registerBean(AuditComponents.class, () -> SHARED);
                    beans.registerBean(Clock.class, () -> ((InstantSource) NOW::get).withZone(AuditConfiguration.ZONE));
                })
                .run(arguments.toArray(String[]::new));
    }

    @AfterAll
    static void close() {
        context.close();
    }

    @BeforeEach
    void start() throws IOException {
        NOW.set(EVENING);
        Files.createDirectories(dir.resolve("catalogs"));
        Files.writeString(dir.resolve("feed.csv"), "item_name\n");
        job("");
        parts.rows(
                line(2, "violation"),
                line(3, "compliant"),
                rejection(4),
                line(5, "undetermined"),
                line(6, "violation"),
                line(7, "exempt"),
                line(8, "chair"),
                line(9, "violation", LocalDate.of(2025, 12, 31)),
                line(10, "compliant"));
        SHARED.current = parts;
    }

    @Test
    void everyRowIsFoundAgainInTheCounts() {
        AuditResult result = audit();
        assertThat(result.failure()).isEmpty();
        assertThat(result.status()).isEqualTo(Status.COMPLETED);
        assertThat(result.counts().lines())
                .isEqualTo(Map.of(
                        LineOutcome.VIOLATION, new Count(2, 802),
                        LineOutcome.UNDETERMINED, new Count(1, 501),
                        LineOutcome.EXEMPT, new Count(1, 701),
                        LineOutcome.COMPLIANT, new Count(2, 1302),
                        LineOutcome.NOT_APPLICABLE, new Count(2, 1702),
                        LineOutcome.REJECTED, new Count(1, 77)));
        assertThat(parts.reported).hasSize(4);
        assertThat(parts.reportedRejections).containsExactly(rejection(4));
        assertThat(units(result)).hasSize(3);
        assertThat(result.run().orElseThrow().runId()).isEqualTo(jobName + "-20260630-1-test");
        assertThat(result.run().orElseThrow().status()).isEqualTo(RunRecord.Status.COMPLETED);
        assertThat(result.changes()).isEmpty();
    }

    @Test
    void linesOutsideTheWindowAreCountedAndNeverJudged() {
        AuditResult result = audit();
        assertThat(parts.evaluated).doesNotContain("R9");
        assertThat(result.counts().outside())
                .containsEntry(new OutsideKey("energy-saving", "outside-window"), new Count(1, 901));
    }

    @Test
    void compliantVerdictsAreKeptOnRequest() throws IOException {
        job("all-verdicts: true\n");
        audit();
        assertThat(parts.reported).hasSize(6);
    }

    @Test
    void aCompletedAuditIsNotDoneTwice() {
        AuditResult first = audit();
        parts.evaluated.clear();
        AuditResult second = audit();
        assertThat(second.status()).isEqualTo(Status.ALREADY_COMPLETED);
        assertThat(second.run()).isEqualTo(first.run());
        assertThat(second.counts().lines()).isEqualTo(first.counts().lines());
        assertThat(units(second)).isEqualTo(units(first));
        assertThat(parts.evaluated).isEmpty();
    }

    @Test
    void aRerunIsARunOfItsOwn() {
        audit();
        List<String> before = withoutNewness(parts.reported);
        AuditResult again = Ask.audit(context, rerun());
        assertThat(again.status()).isEqualTo(Status.COMPLETED);
        assertThat(again.run().orElseThrow().runNo()).isEqualTo(2);
        assertThat(withoutNewness(parts.reported)).isEqualTo(before);
        assertThat(again.changes()).contains(new RunChanges(jobName + "-20260630-1-test", 0, 0));
    }

    @Test
    void aFailedWriteIsRedoneWithItsWholePartitionAndNothingElse() {
        audit();
        List<String> undisturbed = List.copyOf(parts.reported);
        parts.sha256 = "1".repeat(64);
        parts.poison.set("R6");
        parts.evaluated.clear();

        AuditResult failed = Ask.audit(context, rerun());
        assertThat(failed.status()).isEqualTo(Status.FAILED);
        assertThat(failed.failure().orElseThrow().key()).isEqualTo("job.failed.database");
        assertThat(failed.run().orElseThrow().status()).isEqualTo(RunRecord.Status.STARTED);

        parts.evaluated.clear();
        AuditResult restarted = audit();
        assertThat(restarted.status()).isEqualTo(Status.COMPLETED);
        assertThat(restarted.run().orElseThrow().id())
                .isEqualTo(failed.run().orElseThrow().id());
        assertThat(parts.evaluated).containsExactlyInAnyOrder("R6", "R7", "R8", "R10");
        assertThat(withoutNewness(parts.reported)).isEqualTo(withoutNewness(undisturbed));
        assertThat(restarted.counts().read()).isEqualTo(new Count(9, 5085));
    }

    @Test
    void aFailedReportIsWrittenOnRestartWithoutJudgingAgain() {
        parts.reportFailure.set(new IOException("no space left"));
        AuditResult failed = audit();
        assertThat(failed.status()).isEqualTo(Status.FAILED);
        assertThat(failed.failure().orElseThrow().key()).isEqualTo("job.failed.files");
        parts.evaluated.clear();
        assertThat(audit().status()).isEqualTo(Status.COMPLETED);
        assertThat(parts.evaluated).isEmpty();
        assertThat(parts.reported).hasSize(4);
    }

    @Test
    void anUnfinishedRunIsAbandonedWhenItsSourcesChanged() {
        assertAbandonedAfter(() -> parts.sha256 = "2".repeat(64));
    }

    @Test
    void anUnfinishedRunIsAbandonedWhenTheCatalogsChanged() {
        assertAbandonedAfter(() -> parts.fingerprint = "e".repeat(64));
    }

    @Test
    void anUnfinishedRunIsAbandonedWhenTheSettingsChanged() {
        assertAbandonedAfter(() -> {
            try {
                job("all-verdicts: true\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void anUnfinishedRunGoesOnWithThePartitionsItWasBegunWith() {
        parts.poison.set("R7");
        parts.partitions = 4;
        AuditResult failed = audit();
        assertThat(failed.status()).isEqualTo(Status.FAILED);
        parts.partitions = 1;
        AuditResult restarted = audit();
        assertThat(restarted.run().orElseThrow().id())
                .isEqualTo(failed.run().orElseThrow().id());
        assertThat(restarted.counts().read().lines()).isEqualTo(9);
    }

    @Test
    void whatIsStoredDoesNotDependOnPartitionsThreadsOrBlocks() throws IOException {
        parts.rows = new ArrayList<>(IntStream.range(2, 500)
                .mapToObj(i -> line(
                        i,
                        List.of("violation", "compliant", "undetermined", "exempt", "desk")
                                .get(i % 5)))
                .toList());
        parts.partitions = 1;
        job("run: {threads: 1, block-lines: 1000}\n");
        AuditResult one = audit();
        List<String> reported = List.copyOf(parts.reported);

        parts.partitions = 4;
        job("run: {threads: 4, block-lines: 7}\n");
        AuditResult four = Ask.audit(context, rerun());

        assertThat(reported).hasSize(299);
        assertThat(withoutNewness(parts.reported)).isEqualTo(withoutNewness(reported));
        assertThat(four.counts().tallies()).isEqualTo(one.counts().tallies());
        assertThat(units(four)).isEqualTo(units(one));
    }

    @Test
    void aRunWhoseProcessDiedIsRecoveredAgainAndAgain() {
        for (int death = 0; death < 2; death++) {
            parts.poison.set("R6");
            assertThat(audit().status()).isEqualTo(Status.FAILED);
            JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
            Long last = jdbc.queryForObject("SELECT MAX(JOB_EXECUTION_ID) FROM BATCH_JOB_EXECUTION", Long.class);
            jdbc.update(
                    "UPDATE BATCH_JOB_EXECUTION SET STATUS = 'STARTED', EXIT_CODE = 'UNKNOWN', END_TIME = NULL"
                            + " WHERE STATUS = 'FAILED' AND JOB_EXECUTION_ID = ?",
                    last);
            jdbc.update(
                    "UPDATE BATCH_STEP_EXECUTION SET STATUS = 'STARTED', EXIT_CODE = 'EXECUTING', END_TIME = NULL"
                            + " WHERE STATUS = 'FAILED' AND JOB_EXECUTION_ID = ?",
                    last);
        }
        AuditResult result = audit();
        assertThat(result.status()).isEqualTo(Status.COMPLETED);
        assertThat(result.run().orElseThrow().runNo()).isEqualTo(1);
        assertThat(result.counts().read().lines()).isEqualTo(9);
    }

    @Test
    void anExecutionWhoseEndCouldNotBeStoredGoesOn() {
        parts.poison.set("R6");
        AuditResult failed = audit();
        context.getBean(JdbcTemplate.class)
                .update("UPDATE BATCH_JOB_EXECUTION SET STATUS = 'UNKNOWN' WHERE STATUS = 'FAILED'");
        context.getBean(JdbcTemplate.class)
                .update("UPDATE BATCH_STEP_EXECUTION SET STATUS = 'UNKNOWN' WHERE STATUS = 'FAILED'");
        AuditResult result = audit();
        assertThat(result.status()).isEqualTo(Status.COMPLETED);
        assertThat(result.run().map(RunRecord::id)).isEqualTo(failed.run().map(RunRecord::id));
    }

    @Test
    void partitionsWhoseContextWasNotStoredYetGoOn() {
        parts.poison.set("R6");
        AuditResult failed = audit();
        JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
        List<String> empty = jdbc.queryForList(
                "SELECT c.SHORT_CONTEXT FROM BATCH_STEP_EXECUTION_CONTEXT c"
                        + " JOIN BATCH_STEP_EXECUTION s ON s.STEP_EXECUTION_ID = c.STEP_EXECUTION_ID"
                        + " WHERE s.STEP_NAME = 'prepare'",
                String.class);
        jdbc.update("UPDATE BATCH_STEP_EXECUTION_CONTEXT SET SHORT_CONTEXT = ?", empty.get(0));
        AuditResult result = audit();
        assertThat(result.status()).isEqualTo(Status.COMPLETED);
        assertThat(result.run().map(RunRecord::id)).isEqualTo(failed.run().map(RunRecord::id));
        assertThat(result.counts().read().lines()).isEqualTo(9);
    }

    @Test
    void aRunWhoseProcessDiedBeforeItsExecutionWasStoredGoesOn() {
        parts.poison.set("R6");
        AuditResult failed = audit();
        for (String table : List.of(
                "BATCH_STEP_EXECUTION_CONTEXT",
                "BATCH_JOB_EXECUTION_CONTEXT",
                "BATCH_JOB_EXECUTION_PARAMS",
                "BATCH_STEP_EXECUTION",
                "BATCH_JOB_EXECUTION")) {
            context.getBean(JdbcTemplate.class).update("DELETE FROM " + table);
        }
        AuditResult result = audit();
        assertThat(result.status()).isEqualTo(Status.COMPLETED);
        assertThat(result.run().map(RunRecord::id)).isEqualTo(failed.run().map(RunRecord::id));
        assertThat(result.counts().read().lines()).isEqualTo(9);
    }

    @Test
    void anAuditThatAPersonStopsEndsAtABlockAndTheNextStartContinues() throws Exception {
        job("run: {threads: 1, block-lines: 1}\n");
        AuditService service = context.getBean(AuditService.class);
        service.stop(jobName);
        parts.onLine.set(() -> {
            if (parts.evaluated.size() == 1) {
                service.stop("other");
                service.stop(jobName);
            }
        });
        AuditResult stopped = audit();
        assertThat(stopped.status()).isEqualTo(Status.STOPPED);
        assertThat(parts.evaluated).hasSizeBetween(1, 7);

        parts.onLine.set(() -> {});
        AuditResult continued = audit();
        assertThat(continued.status()).isEqualTo(Status.COMPLETED);
        assertThat(continued.run().map(RunRecord::id)).isEqualTo(stopped.run().map(RunRecord::id));
    }

    @Test
    void aStopEndsAtABlockAndTheNextStartContinues() throws Exception {
        job("run: {threads: 1, block-lines: 1}\n");
        RunningAudit running = context.getBean(RunningAudit.class);
        CountDownLatch asked = new CountDownLatch(1);
        Thread stopper = new Thread(() -> {
            asked.countDown();
            running.stop();
        });
        parts.onLine.set(() -> {
            if (parts.evaluated.size() == 1) {
                stopper.start();
                await(asked);
                // the monitor is free again once the job was asked to stop and stop() waits for it
                while (running.isRunning()) {
                    Thread.onSpinWait();
                }
            }
        });
        AuditResult stopped = audit();
        stopper.join();
        assertThat(stopped.status()).isEqualTo(Status.STOPPED);
        assertThat(parts.evaluated).hasSizeLessThan(8);

        running.start();
        AuditResult continued = audit();
        assertThat(continued.status()).isEqualTo(Status.COMPLETED);
        assertThat(continued.run().map(RunRecord::id)).isEqualTo(stopped.run().map(RunRecord::id));
        assertThat(continued.counts().read().lines()).isEqualTo(9);
    }

    @Test
    void aSecondStartOfTheSameJobIsTurnedAway() {
        AtomicReference<AuditResult> second = new AtomicReference<>();
        parts.onLine.set(() -> {
            if (second.get() == null) {
                second.set(audit());
            }
        });
        assertThat(audit().status()).isEqualTo(Status.COMPLETED);
        assertThat(second.get().failure().orElseThrow().key()).isEqualTo("job.failed.locked");
    }

    @Test
    void aRunThatLostARowFails() {
        parts.lostRows = 1;
        AuditResult result = audit();
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.failure().orElseThrow().key()).isEqualTo("assessment.control.sources");
    }

    @Test
    void theNextNightTellsNewFromKnownAndResolved() {
        audit(JUNE_30.minusDays(1));
        parts.rows(line(2, "violation"), line(6, "compliant"), line(11, "violation"), line(12, "violation"));
        parts.sha256 = "3".repeat(64);
        AuditResult second = audit();
        assertThat(second.changes()).contains(new RunChanges(jobName + "-20260629-1-test", 2, 1));
        assertThat(parts.reported)
                .filteredOn(v -> v.contains("recordId=R2,"))
                .singleElement()
                .asString()
                .contains("firstSeen=2026-06-29, isNew=false");
        assertThat(parts.reported)
                .filteredOn(v -> v.contains("recordId=R11,"))
                .singleElement()
                .asString()
                .contains("firstSeen=2026-06-30, isNew=true");
        assertThat(units(second).stream()
                        .mapToLong(unit -> unit.repeatViolations())
                        .sum())
                .as("R11 belongs to the unit of R2, R12 to that of R6: both had this rule and row before")
                .isEqualTo(2);
    }

    @Test
    void oldNightsAndAbandonedRunsLoseTheirDetailsAndKeepTheirCounts() throws IOException {
        job("retain: {verdict-nights: 2}\n");
        Stores stores = context.getBean(Stores.class);
        parts.poison.set("R6");
        RunRecord abandoned = audit(JUNE_30.minusDays(3)).run().orElseThrow();
        parts.sha256 = "4".repeat(64);
        RunRecord oldest = audit(JUNE_30.minusDays(3)).run().orElseThrow();
        assertThat(stores.retention().withDetails(jobName)).containsExactly(oldest.id());
        RunRecord middle = audit(JUNE_30.minusDays(2)).run().orElseThrow();
        assertThat(stores.retention().withDetails(jobName)).contains(oldest.id());
        RunRecord newest = audit(JUNE_30.minusDays(1)).run().orElseThrow();

        assertThat(stores.retention().withDetails(jobName)).containsExactly(middle.id(), newest.id());
        assertThat(stores.verdicts().stored(oldest.id())).isEmpty();
        assertThat(stores.counts().load(oldest.id()).whole().read().lines()).isEqualTo(9);
        assertThat(stores.summaries().processed(newest)).isEqualTo(27);
        assertThat(stores.verdicts().stored(middle.id())).isNotEmpty();
        assertThat(stores.retention().withHistory())
                .contains(middle.id(), newest.id())
                .doesNotContain(abandoned.id(), oldest.id());
    }

    @Test
    void anUnfinishedRunThatNobodyContinuedIsGivenUpAndItsDateBegunAnew() throws IOException {
        job("retain: {verdict-nights: 2}\n");
        Stores stores = context.getBean(Stores.class);
        parts.poison.set("R6");
        RunRecord unfinished = audit(JUNE_30.minusDays(3)).run().orElseThrow();
        audit(JUNE_30.minusDays(2));
        assertThat(stores.retention().withDetails(jobName)).contains(unfinished.id());
        audit(JUNE_30.minusDays(1));
        assertThat(stores.retention().withDetails(jobName)).doesNotContain(unfinished.id());
        assertThat(stores.retention().withHistory()).doesNotContain(unfinished.id());
        RunRecord anew = audit(JUNE_30.minusDays(3)).run().orElseThrow();
        assertThat(anew.runNo()).isEqualTo(unfinished.runNo() + 1);
    }

    @Test
    void theLastRunOfAMonthStays() throws IOException {
        job("retain: {verdict-nights: 2}\n");
        RunRecord lastOfMay = audit(LocalDate.of(2026, 5, 30)).run().orElseThrow();
        audit(LocalDate.of(2026, 6, 1));
        RunRecord kept = audit(JUNE_30.minusDays(1)).run().orElseThrow();
        RunRecord newest = audit().run().orElseThrow();
        assertThat(context.getBean(Stores.class).retention().withDetails(jobName))
                .containsExactly(lastOfMay.id(), kept.id(), newest.id());
    }

    @Test
    void aClockThatWasSetBackBetweenTwoStartsDoesNotMatter() {
        audit();
        List<String> undisturbed = withoutNewness(parts.reported);
        parts.poison.set("R6");
        AuditResult failed = Ask.audit(context, rerun());
        NOW.set(NOW.get().minus(Duration.ofDays(40)));
        AuditResult restarted = audit();
        assertThat(restarted.status()).isEqualTo(Status.COMPLETED);
        assertThat(restarted.run().map(RunRecord::id)).isEqualTo(failed.run().map(RunRecord::id));
        assertThat(withoutNewness(parts.reported)).isEqualTo(undisturbed);
    }

    @Test
    void progressEndsAtTheRowsOfTheSources() {
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        Ask.audit(context, Ask.of(dir.resolve("city.yaml")).request(), (done, total) -> heard.add(done + "/" + total));
        assertThat(heard).startsWith("0/9").contains("9/9");
    }

    @Test
    void aBadConfigurationFailsBeforeAnythingIsRead() throws IOException {
        job("audit-dote: 2026-06-30\n");
        assertThatThrownBy(this::audit).isInstanceOf(ConfigException.class);
        assertThat(parts.evaluated).isEmpty();
    }

    private void assertAbandonedAfter(Runnable change) {
        parts.poison.set("R6");
        AuditResult failed = audit();
        assertThat(failed.status()).isEqualTo(Status.FAILED);
        change.run();
        AuditResult next = audit();
        assertThat(next.status()).isEqualTo(Status.COMPLETED);
        assertThat(next.run().orElseThrow().runNo()).isEqualTo(2);
        assertThat(context.getBean(Stores.class)
                        .runs()
                        .get(failed.run().orElseThrow().id())
                        .status())
                .isEqualTo(RunRecord.Status.ABANDONED);
    }

    private AuditResult audit() {
        return Ask.audit(context, Ask.of(dir.resolve("city.yaml")).request());
    }

    private static List<UnitAssessment> units(AuditResult result) {
        List<UnitAssessment> units = new ArrayList<>();
        try {
            context.getBean(Stores.class)
                    .assessments()
                    .units(result.run().orElseThrow().id(), units::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return units;
    }

    private AuditResult audit(LocalDate date) {
        return Ask.audit(context, Ask.of(dir.resolve("city.yaml")).on(date).request());
    }

    private AuditRequest rerun() {
        return Ask.of(dir.resolve("city.yaml")).rerun().request();
    }

    private void job(String more) throws IOException {
        Files.writeString(
                dir.resolve("city.yaml"),
                "name: " + jobName + "\naudit-date: 2026-06-30\ncatalogs: [catalogs]\nsource: {files: [feed.csv]}\n"
                        + more);
    }

    private static List<String> withoutNewness(List<String> reported) {
        return reported.stream().map(v -> v.replaceAll("isNew=\\w+", "")).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
