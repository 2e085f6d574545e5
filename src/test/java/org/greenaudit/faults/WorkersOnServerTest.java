package org.greenaudit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.greenaudit.faults.PuppetProcess.Ended;
import org.greenaudit.faults.PuppetProcess.Hand;
import org.greenaudit.faults.Scene.Stage;
import org.greenaudit.testing.BrokerServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A manager, a broker, workers and a database, each a process of its own, which are killed while the night runs. */
@Tag("database")
@Tag("faults")
class WorkersOnServerTest {

    @TempDir
    private static Path folder;

    private static Scene scene;
    private static Stage undisturbed;

    private final List<Worker> workers = new ArrayList<>();
    private BrokerServer broker;
    private Path job;

    /** A worker on strings. */
    private static final class Worker implements AutoCloseable {

        private final PuppetProcess puppet;
        private final CountDownLatch ready = new CountDownLatch(1);
        private final CompletableFuture<Ended> ended;

        Worker(Path job, Stage stage, Hand hand) throws IOException {
            puppet = PuppetProcess.start(scene.errors());
            List<String> args = new ArrayList<>(stage.properties());
            args.addAll(List.of("worker", "--job", job.toString(), "--locale", "en"));
            ended = CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            return puppet.run(args, hand, line -> {
                                if (line.startsWith("Taking partitions")) {
                                    ready.countDown();
                                }
                            });
                        } catch (IOException e) {
                            throw new IllegalStateException(e);
                        } finally {
                            ready.countDown();
                        }
                    },
                    work -> new Thread(work, "worker").start());
        }

        Worker awaitReady() {
            try {
                assertThat(ready.await(2, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            assertThat(ended).as("ready").isNotDone();
            return this;
        }

        @Override
        public void close() {
            puppet.close();
        }
    }

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
        broker = BrokerServer.start(journal);
        job = Files.writeString(
                folder.resolve("remote.yaml"),
                Files.readString(scene.job())
                        .replace(
                                "block-lines: 50",
                                "block-lines: 50, workers: remote, broker: '" + broker.address() + "'"));
    }

    @AfterEach
    void close() {
        workers.forEach(Worker::close);
        broker.close();
    }

    private Worker worker(Stage stage, Hand hand) throws IOException {
        Worker worker = new Worker(job, stage, hand);
        workers.add(worker);
        return worker;
    }

    private static boolean isOfPartition(PuppetProcess.Event event) {
        return event.step().equals("evaluate");
    }

    /** The manager prepares, and hands out when all workers are there. */
    private void audited(Stage stage) throws IOException {
        try (PuppetProcess manager = PuppetProcess.start(scene.errors())) {
            Ended ended = manager.run(Scene.audit(job, stage), this::preparing);
            assertThat(ended.status())
                    .as(ended.all() + "\n" + Files.readString(scene.errors()))
                    .hasValue(0);
        }
    }

    private void preparing(PuppetProcess.Event event) {
        if (event.step().equals("prepare")) {
            workers.forEach(Worker::awaitReady);
        }
    }

    @Test
    void twoWorkersMakeTheSameReportsAsOneMachine() throws Exception {
        Stage stage = scene.stage();
        AtomicInteger first = new AtomicInteger();
        AtomicInteger second = new AtomicInteger();
        worker(stage, event -> first.addAndGet(isOfPartition(event) ? 1 : 0));
        worker(stage, event -> second.addAndGet(isOfPartition(event) ? 1 : 0));
        audited(stage);
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
            mortal[0].puppet.kill();
        }));
        audited(stage);
        assertThat(mortal[0].ended.get(1, TimeUnit.MINUTES).status()).isEmpty();
        Scene.assertSame(stage, undisturbed, "a worker was killed");
        assertThat(stage.number("SELECT COUNT(*) FROM audit_partition WHERE lease_no > 1"))
                .isPositive();
    }

    @Test
    void aBrokerThatIsKilledHasKeptWhatIsNotDone() throws Exception {
        Stage stage = scene.stage();
        worker(stage, atVerdicts(3, broker::killAndStartAgain));
        audited(stage);
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
                preparing(event);
                if (event.what().startsWith("SELECT COALESCE(SUM(CASE") && begun.getCount() == 0) {
                    manager.kill();
                }
            });
            assertThat(ended.status()).isEmpty();
        }
        audited(stage);
        Scene.assertSame(stage, undisturbed, "the manager was killed");
        assertThat(stage.number("SELECT COUNT(*) FROM BATCH_JOB_EXECUTION")).isEqualTo(2);
    }

    /** It fails wherever it is tried; the run ends, names it, and is carried on when the reason is gone. */
    @Test
    void aPoisonedPartitionEndsTheRunAfterThreeTries() throws Exception {
        Stage stage = scene.stage();
        worker(stage, event -> {});
        try (PuppetProcess manager = PuppetProcess.start(scene.errors())) {
            Ended ended = manager.run(Scene.audit(job, stage), event -> {
                if (event.step().equals("prepare") && workers.get(0).ready.getCount() > 0) {
                    stage.execute("CREATE TRIGGER poison BEFORE INSERT ON audit_verdict FOR EACH ROW"
                            + " IF NEW.partition_no = 3 THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'poisoned';"
                            + " END IF");
                }
                preparing(event);
            });
            assertThat(ended.status()).hasValue(1);
            assertThat(ended.text()).contains("partition 3 (feed-3.csv from line 2) was tried three times");
            assertThat(stage.number("SELECT failures FROM audit_partition WHERE partition_no = 3"))
                    .isEqualTo(3);
            stage.execute("DROP TRIGGER poison");
        }
        audited(stage);
        Scene.assertSame(stage, undisturbed, "poisoned for a while");
    }

    /** Whoever sees other things than the manager says so and ends; the others do its work. */
    @Test
    void aWorkerWithOtherCatalogsRefuses() throws Exception {
        Stage stage = scene.stage();
        Path remote = job;
        job = Files.writeString(
                folder.resolve("other.yaml"),
                Files.readString(remote).replaceFirst(", [^,\\]]*/jobs/sample/catalogs", ""));
        Worker other = worker(stage, event -> {});
        job = remote;
        CompletableFuture<Ended> refused = other.ended.whenComplete((ended, failure) -> {
            try {
                worker(stage, event -> {});
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        try (PuppetProcess manager = PuppetProcess.start(scene.errors())) {
            Ended ended = manager.run(Scene.audit(job, stage), event -> {
                if (event.step().equals("prepare")) {
                    other.awaitReady();
                }
            });
            assertThat(ended.status()).as(ended.all()).hasValue(0);
        }
        assertThat(refused.get(1, TimeUnit.MINUTES).status()).hasValue(1);
        assertThat(refused.get().text())
                .contains("this machine cannot take part in faults-20260630-1-test: the manager's catalogs");
        Scene.assertSame(stage, undisturbed, "one worker refused");
    }

    @Test
    void whereNoWorkerComesTheManagerEvaluatesByItselfIfItIsToldSo() throws Exception {
        Stage stage = scene.stage();
        Path alone = Files.writeString(
                folder.resolve("alone.yaml"),
                Files.readString(job)
                        .replace("workers: remote", "workers: remote, missing-minutes: 1, fallback: local"));
        try (PuppetProcess manager = PuppetProcess.start(scene.errors())) {
            Ended ended = KillContract.completed(scene, manager, Scene.audit(alone, stage));
            assertThat(ended.text()).contains("no worker has taken a partition for 60 s");
        }
        Scene.assertSame(stage, undisturbed, "nobody came");
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
