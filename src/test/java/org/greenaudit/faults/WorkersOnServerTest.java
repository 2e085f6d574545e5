package org.greenaudit.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.greenaudit.faults.PuppetProcess.Ended;
import org.greenaudit.faults.PuppetProcess.Event;
import org.greenaudit.faults.PuppetProcess.Hand;
import org.greenaudit.faults.Scene.Stage;
import org.greenaudit.faults.Workforce.Worker;
import org.greenaudit.testing.BrokerServer;
import org.greenaudit.testing.DatabaseServer;
import org.greenaudit.testing.Keys;
import org.greenaudit.testing.Markdown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A manager, a broker, workers and a database, each a process of its own, which are killed while the night runs. */
@Tag("database")
@Tag("faults")
class WorkersOnServerTest {

    /** More than a block takes, and less than anybody waits for a process that hangs. */
    private static final int SOON_SECONDS = 45;

    private static final String STOPPED = "Stopped at the end of a block; the same command continues";

    @TempDir
    private static Path folder;

    private static Scene scene;
    private static Stage undisturbed;

    private Workforce workforce;
    private Path job;

    private static synchronized Stage undisturbed() throws IOException {
        if (undisturbed == null) {
            scene = new Scene(folder, true);
            undisturbed = scene.stage();
            try (PuppetProcess alone = PuppetProcess.start(scene.errors())) {
                KillContract.completed(scene, alone, scene.audit(undisturbed));
            }
        }
        return undisturbed;
    }

    @BeforeEach
    void open(@TempDir Path journal) throws IOException {
        undisturbed();
        workforce = new Workforce(scene, BrokerServer.start(journal));
        job = workforce.remote(scene.job(), "");
    }

    @AfterEach
    void close() {
        workforce.close();
    }

    private Worker worker(Stage stage, Hand hand) throws IOException {
        return workforce.start(job, stage, hand);
    }

    private static boolean isOfPartition(Event event) {
        return event.step().equals("evaluate");
    }

    @Test
    void twoWorkersMakeTheSameReportsAsOneMachine() throws Exception {
        Stage stage = scene.stage();
        AtomicInteger first = new AtomicInteger();
        AtomicInteger second = new AtomicInteger();
        worker(stage, event -> first.addAndGet(isOfPartition(event) ? 1 : 0));
        worker(stage, event -> second.addAndGet(isOfPartition(event) ? 1 : 0));
        workforce.audited(job, stage);
        Scene.assertSame(stage, undisturbed, "by two workers");
        assertThat(List.of(first, second))
                .allSatisfy(events -> assertThat(events.get()).isPositive());
    }

    /** The broker gives what it had to another worker. */
    @Test
    void aWorkerThatIsKilledInMidPartitionLeavesItsPartitionsToAnother() throws Exception {
        Stage stage = scene.stage();
        Worker[] mortal = new Worker[1];
        mortal[0] = worker(stage, atVerdicts(3, () -> {
            worker(stage, other -> {}).awaitReady();
            mortal[0].puppet().kill();
        }));
        workforce.audited(job, stage);
        assertThat(mortal[0].ended().get(1, TimeUnit.MINUTES).status()).isEmpty();
        Scene.assertSame(stage, undisturbed, "a worker was killed");
        assertThat(stage.number("SELECT COUNT(*) FROM audit_partition WHERE lease_no > 1"))
                .isPositive();
    }

    /** It stores the block at hand, and its partitions go back before it ends. */
    @Test
    void aWorkerThatIsEndedInMidPartitionGivesItsPartitionsBack() throws Exception {
        Stage stage = scene.stage();
        Worker[] ending = new Worker[1];
        AtomicReference<CompletableFuture<Ended>> soon = new AtomicReference<>();
        ending[0] = worker(stage, atVerdicts(3, () -> {
            worker(stage, other -> {}).awaitReady();
            ending[0].puppet().terminate();
            soon.set(ending[0].ended().copy().orTimeout(SOON_SECONDS, TimeUnit.SECONDS));
        }));
        workforce.audited(job, stage);
        assertThat(soon.get().get(1, TimeUnit.MINUTES).all()).doesNotContain("has been closed");
        assertThat(stage.number("SELECT COUNT(*) FROM audit_partition WHERE failures > 0"))
                .isZero();
        Scene.assertSame(stage, undisturbed, "a worker was ended");
    }

    @Test
    void aBrokerThatIsKilledHasKeptWhatIsNotDone() throws Exception {
        Stage stage = scene.stage();
        worker(stage, atVerdicts(3, workforce.broker()::killAndStartAgain));
        workforce.audited(job, stage);
        Scene.assertSame(stage, undisturbed, "the broker was killed");
    }

    /** Workers go on with what was handed out. */
    @Test
    void aManagerThatIsKilledFindsWhatWasDoneMeanwhile() throws Exception {
        Stage stage = scene.stage();
        CountDownLatch begun = new CountDownLatch(1);
        worker(stage, atVerdicts(1, begun::countDown));
        try (PuppetProcess manager = PuppetProcess.start(scene.errors())) {
            Ended ended = manager.run(Scene.audit(job, stage), event -> {
                workforce.together(event);
                if (event.what().startsWith("SELECT COALESCE(SUM(CASE") && begun.getCount() == 0) {
                    manager.kill();
                }
            });
            assertThat(ended.status()).isEmpty();
        }
        workforce.audited(job, stage);
        Scene.assertSame(stage, undisturbed, "the manager was killed");
        assertThat(stage.number("SELECT COUNT(*) FROM BATCH_JOB_EXECUTION")).isEqualTo(2);
    }

    /** It fails wherever it is tried; the run ends, names it, and is carried on when the reason is gone. */
    @Test
    void aPoisonedPartitionEndsTheRunAfterThreeTries() throws Exception {
        Stage stage = scene.stage();
        Worker worker = worker(stage, event -> {});
        try (PuppetProcess manager = PuppetProcess.start(scene.errors())) {
            Ended ended = manager.run(Scene.audit(job, stage), event -> {
                if (event.step().equals("prepare") && !worker.isReady()) {
                    stage.execute("CREATE TRIGGER poison BEFORE INSERT ON audit_verdict FOR EACH ROW"
                            + " IF NEW.partition_no = 3 THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'poisoned';"
                            + " END IF");
                }
                workforce.together(event);
            });
            assertThat(ended.status()).hasValue(1);
            assertThat(ended.text()).contains("partition 3 (feed-3.csv from line 2) was tried three times");
            assertThat(stage.number("SELECT failures FROM audit_partition WHERE partition_no = 3"))
                    .isEqualTo(3);
            stage.execute("DROP TRIGGER poison");
        }
        workforce.audited(job, stage);
        Scene.assertSame(stage, undisturbed, "poisoned for a while");
    }

    /** Whoever sees other things than the manager says so and ends; the others do its work. */
    @Test
    void workersWithOtherCatalogsOrOfAnotherVersionRefuse() throws Exception {
        Stage stage = scene.stage();
        Path remote = job;
        job = Files.writeString(
                folder.resolve("other.yaml"),
                Files.readString(remote).replaceFirst(", [^,\\]]*/jobs/sample/catalogs", ""));
        Worker other = worker(stage, event -> {});
        job = remote;
        Worker newer = workforce.startOfVersion("99.0", job, stage);
        CompletableFuture<Void> refused = CompletableFuture.allOf(other.ended(), newer.ended())
                .whenComplete((ended, failure) -> startAnother(stage));
        workforce.audited(job, stage);
        refused.get(1, TimeUnit.MINUTES);
        assertThat(other.ended().get().status()).hasValue(1);
        assertThat(other.ended().get().text())
                .contains("this machine cannot take part in faults-20260630-1-test: the manager's catalogs");
        assertThat(newer.ended().get().status()).hasValue(1);
        assertThat(newer.ended().get().text())
                .contains("faults-20260630-1-test: the manager's settings and program version")
                .contains("version 99.0");
        Scene.assertSame(stage, undisturbed, "two workers refused");
    }

    /** The only worker dies in mid-partition, and nobody else comes. */
    @Test
    void whereNoWorkerComesTheManagerEvaluatesByItselfIfItIsToldSo() throws Exception {
        Stage stage = scene.stage();
        job = workforce.remote(scene.job(), ", missing-minutes: 1, fallback: local");
        Worker[] only = new Worker[1];
        only[0] = worker(stage, atVerdicts(2, () -> only[0].puppet().kill()));
        try (PuppetProcess manager = PuppetProcess.start(scene.errors())) {
            Ended ended = manager.run(Scene.audit(job, stage), workforce::together);
            assertThat(ended.status()).as(ended.all()).hasValue(0);
            assertThat(ended.text()).contains("no worker has taken a partition for 60 s");
        }
        Scene.assertSame(stage, undisturbed, "the only worker died");
    }

    @Test
    void whereTheBrokerStaysAwayTheManagerEvaluatesByItselfIfItIsToldSoAndStopsIfAsked() throws Exception {
        Stage stage = scene.stage();
        job = workforce.remote(scene.job(), ", missing-minutes: 1, fallback: local");
        workforce.broker().close();
        try (PuppetProcess manager = PuppetProcess.start(scene.errors())) {
            Ended ended = manager.run(Scene.audit(job, stage), atVerdicts(3, manager::terminate));
            assertThat(manager.awaitEnd()).as(ended.all()).isEqualTo(StopTest.TERMINATED);
            assertThat(ended.text())
                    .containsOnlyOnce("cannot be used")
                    .contains("waiting up to 60 s to continue")
                    .contains("no worker has taken a partition for 60 s")
                    .contains(STOPPED);
        }
        assertThat(stage.number("SELECT COUNT(*) FROM audit_partition WHERE partition_status = 'DONE'"))
                .as("it stopped early")
                .isLessThan(6);
        workforce.broker().killAndStartAgain();
        worker(stage, event -> {});
        workforce.audited(job, stage);
        Scene.assertSame(
                stage, undisturbed, "there was no broker, and the manager was stopped when it evaluated by itself");
    }

    /** Whoever ends the manager while it waits for the broker has not seen the run fail, and the next start continues it. */
    @Test
    void aManagerThatIsEndedWhileTheBrokerIsAwayStops() throws Exception {
        Stage stage = scene.stage();
        workforce.broker().close();
        try (PuppetProcess manager = PuppetProcess.start(scene.errors())) {
            Ended ended = manager.run(Scene.audit(job, stage), event -> {}, line -> {
                if (line.contains("waiting up to")) {
                    manager.terminate();
                }
            });
            assertThat(manager.awaitEnd()).as(ended.all()).isEqualTo(StopTest.TERMINATED);
            assertThat(ended.text()).contains(STOPPED);
        }
        assertThat(stage.number("SELECT COUNT(*) FROM BATCH_JOB_EXECUTION WHERE STATUS = 'STOPPED'"))
                .isEqualTo(1);
        workforce.broker().killAndStartAgain();
        worker(stage, event -> {});
        workforce.audited(job, stage);
        Scene.assertSame(stage, undisturbed, "stopped while the broker was away");
    }

    /**
     * A worker is halted in the middle of a block, with its partition's row locked; the broker gives its partitions to
     * another, and what the halted one wants to store when it goes on is refused.
     */
    @Test
    void aWorkerThatIsHaltedAndGoesOnCanStoreNothingMore() throws Exception {
        Stage stage = scene.stage();
        job = workforce.remote(scene.job(), "").resolveSibling("impatient.yaml");
        Files.writeString(
                job,
                Files.readString(workforce.remote(scene.job(), ""))
                        .replace(
                                workforce.broker().address(),
                                workforce.broker().address() + "?connectionTTL=5000&clientFailureCheckPeriod=2000"));
        AtomicInteger after = new AtomicInteger();
        CountDownLatch halted = new CountDownLatch(1);
        Worker[] zombie = new Worker[1];
        Hand halt = atVerdicts(3, () -> {
            worker(stage, event -> {}).awaitReady();
            zombie[0].puppet().halt();
            halted.countDown();
        });
        zombie[0] = worker(stage, event -> {
            if (halted.getCount() == 0) {
                after.incrementAndGet();
            } else {
                halt.at(event);
            }
        });
        workforce.audited(job, stage);
        Scene.assertSame(stage, undisturbed, "a worker was halted");
        zombie[0].puppet().resume();
        await().atMost(Duration.ofMinutes(1)).until(() -> after.get() > 0);
        zombie[0].puppet().terminate();
        zombie[0].ended().get(2, TimeUnit.MINUTES);
        Scene.assertSame(stage, undisturbed, "the halted worker went on");
    }

    /** What the manager handed out is delivered again and again. */
    @Test
    void whatIsDeliveredTwiceCountsOnce() throws Exception {
        Stage stage = scene.stage();
        CountDownLatch handedOut = new CountDownLatch(1);
        for (int i = 0; i < 2; i++) {
            worker(stage, atVerdicts(1, () -> {
                if (handedOut.getCount() > 0) {
                    for (int partition = 0; partition < 6; partition++) {
                        workforce.broker().send("greenaudit.partitions.faults", "run 1 partition " + partition);
                    }
                    workforce.broker().send("greenaudit.partitions.faults", "run 1 partition 99");
                    workforce.broker().send("greenaudit.partitions.faults", "run 99 partition 0");
                    workforce.broker().send("greenaudit.partitions.faults", "something else");
                    workforce.broker().send("greenaudit.partitions.faults", "so much else".repeat(100_000));
                    handedOut.countDown();
                }
            }));
        }
        workforce.audited(job, stage);
        Scene.assertSame(stage, undisturbed, "delivered twice");
        assertThat(workforce.broker().take("greenaudit.partitions.faults", "_AMQ_LARGE_SIZE IS NOT NULL"))
                .as("what is too large is not even read")
                .startsWith("so much else");
    }

    /** Purchases in a table are read by the workers themselves. */
    @Test
    void workersReadATableThemselves() throws Exception {
        DatabaseServer server = DatabaseServer.shared();
        Path table = scene.jobOfTable(server.schema(), server.hostAndPort());
        Stage alone = scene.stage();
        try (PuppetProcess puppet = PuppetProcess.start(scene.errors())) {
            KillContract.completed(scene, puppet, Scene.audit(table, alone));
        }
        Stage stage = scene.stage();
        job = workforce.remote(table, "");
        worker(stage, event -> {});
        worker(stage, event -> {});
        workforce.audited(job, stage);
        Scene.assertSame(stage, alone, "a table by two workers");
    }

    /** A worker needs the rights in the handbook, and no others. */
    @Test
    void aWorkerNeedsNoMoreRightsThanTheHandbookSays() throws Exception {
        DatabaseServer.Schema schema = DatabaseServer.shared().schema();
        Stage stage = scene.stage(schema, schema.url());
        String user = "worker_" + schema.name().substring(schema.name().length() - 12);
        List<String> own = new ArrayList<>(stage.properties());
        own.removeIf(property -> property.contains("datasource.username") || property.contains("datasource.password"));
        own.add("-Dspring.datasource.username=" + user);
        own.add("-Dspring.datasource.password=" + PuppetProcess.SOURCE_PASSWORD);
        Stage seenByWorkers = new Stage(stage.folder(), stage.url(), stage.user(), stage.given(), own);
        String[] rights = Markdown.read(Path.of("src", "docs", "workers.md")).blocks().stream()
                .filter(block -> block.language().equals("sql"))
                .flatMap(block -> block.lines().stream())
                .map(line -> line.replace("'greenaudit_worker'", user)
                        .replace("greenaudit.", schema.name() + ".")
                        .replace("'…'", "'" + PuppetProcess.SOURCE_PASSWORD + "'"))
                .toArray(String[]::new);
        CountDownLatch granted = new CountDownLatch(1);
        try (PuppetProcess manager = PuppetProcess.start(scene.errors())) {
            Ended ended = manager.run(Scene.audit(job, stage), event -> {
                if (event.step().equals("prepare") && granted.getCount() > 0) {
                    granted.countDown();
                    DatabaseServer.shared().execute(rights);
                    worker(seenByWorkers, other -> {}).awaitReady();
                }
            });
            assertThat(ended.status()).as(ended.all()).hasValue(0);
        }
        Scene.assertSame(stage, undisturbed, "by a worker with few rights");
    }

    /** A feed that differs on one machine is told by that machine, which ends. */
    @Test
    void aWorkerWithAnotherFeedRefuses() throws Exception {
        Stage stage = scene.stage();
        Path copies = Files.createDirectory(folder.resolve("copies"));
        for (int i = 0; i < 6; i++) {
            String feed = Files.readString(folder.resolve("feed-" + i + ".csv"));
            Files.writeString(copies.resolve("feed-" + i + ".csv"), feed.replace("1", "2"));
        }
        Path remote = job;
        job = Files.writeString(copies.resolve("faults.yaml"), Files.readString(remote));
        Worker other = worker(stage, event -> {});
        job = remote;
        CompletableFuture<Ended> refusal = other.ended().whenComplete((ended, failure) -> startAnother(stage));
        workforce.audited(job, stage);
        Ended refused = refusal.get(1, TimeUnit.MINUTES);
        assertThat(refused.status()).hasValue(1);
        assertThat(refused.text()).containsPattern("feed-\\d.csv has changed since it was prepared");
        Scene.assertSame(stage, undisturbed, "one worker had another feed");
    }

    /** What a textfile tells while the night runs: work waits, then a worker is at it, and at the end nothing of either. */
    @Test
    void metricsTellOfWorkThatWaitsAndOfWorkersWhileTheRunGoesOn() throws Exception {
        Stage stage = scene.stage();
        Path figures = stage.folder().resolve("figures.prom");
        List<String> args = new ArrayList<>(List.of("-Dgreenaudit.metrics.textfile=" + figures));
        args.addAll(Scene.audit(job, stage));
        Hand hold = atVerdicts(4, () -> await().atMost(Duration.ofMinutes(1))
                .until(() -> Files.readString(figures).contains("greenaudit_run_workers{job=\"faults\"} 1.0\n")));
        AtomicInteger started = new AtomicInteger();
        try (PuppetProcess manager = PuppetProcess.start(scene.errors())) {
            Ended ended = manager.run(args, event -> {
                if (Files.exists(figures) && started.getAndIncrement() == 0) {
                    assertThat(Files.readString(figures))
                            .contains("greenaudit_run_partitions_waiting{job=\"faults\"} 6.0\n")
                            .contains("greenaudit_run_workers{job=\"faults\"} 0.0\n");
                    worker(stage, hold);
                }
            });
            assertThat(ended.status()).as(ended.all()).hasValue(0);
            assertThat(ended.text())
                    .as("lines that a worker has evaluated")
                    .containsPattern("[1-9]\\d* of 1,200 lines \\(\\d+ %\\)");
        }
        assertThat(Files.readString(figures))
                .contains("greenaudit_run_last_status{job=\"faults\"} 1.0\n")
                .doesNotContain("greenaudit_run_workers", "greenaudit_run_partitions");
        Scene.assertSame(stage, undisturbed, "watched");
    }

    /** The broker shows by TLS who it is, and a worker has nothing to do with one that it does not trust. */
    @Test
    void aBrokerWithTls(@TempDir Path secrets) throws Exception {
        Keys keys = new Keys(secrets);
        keys.server("broker", "ip:127.0.0.1");
        keys.server("stranger", "ip:127.0.0.1");
        Path authority = keys.certificate("broker");
        try (Workforce secured =
                new Workforce(scene, BrokerServer.withTls(secrets.resolve("journal"), keys.pem("broker"), authority))) {
            Stage stage = scene.stage();
            Path trusting = secured.remote(scene.job(), "");
            Path distrusting = Files.writeString(
                    folder.resolve("distrusting.yaml"),
                    Files.readString(trusting)
                            .replace(
                                    authority.toString(),
                                    keys.certificate("stranger").toString()));
            secured.start(trusting, stage, event -> {});
            secured.audited(trusting, stage);
            Scene.assertSame(stage, undisturbed, "with TLS");
            try (PuppetProcess worker = PuppetProcess.start(scene.errors())) {
                List<String> told = new ArrayList<>();
                worker.run(Scene.worker(distrusting, stage), event -> {}, line -> {
                    told.add(line);
                    worker.kill();
                });
                assertThat(told)
                        .singleElement(STRING)
                        .contains("cannot be used")
                        .contains("not trusted");
            }
        }
    }

    private void startAnother(Stage stage) {
        try {
            worker(stage, event -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does something when a worker is about to store verdicts for the nth time. */
    private static Hand atVerdicts(int nth, Deed deed) {
        AtomicInteger seen = new AtomicInteger();
        return event -> {
            if (event.step().equals("evaluate")
                    && event.what().startsWith("INSERT INTO audit_verdict")
                    && seen.incrementAndGet() == nth) {
                deed.done();
            }
        };
    }

    private interface Deed {

        void done() throws IOException;
    }
}
