package org.greenaudit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.greenaudit.faults.PuppetProcess.Ended;
import org.greenaudit.faults.PuppetProcess.Event;
import org.greenaudit.faults.PuppetProcess.Hand;
import org.greenaudit.faults.Scene.Stage;
import org.greenaudit.testing.BrokerServer;

/** A broker and workers beside the audits of a scene, each a process of its own. */
final class Workforce implements AutoCloseable {

    private static final int PATIENCE_MINUTES = 2;

    /** A worker on strings. */
    static final class Worker {

        private final PuppetProcess puppet;
        private final CountDownLatch ready = new CountDownLatch(1);
        private final CompletableFuture<Ended> ended;

        private Worker(PuppetProcess puppet, Path job, Stage stage, Hand hand) {
            this.puppet = puppet;
            List<String> args = Scene.worker(job, stage);
            ended = CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            return puppet.run(args, hand, line -> {
                                if (line.startsWith("Taking partitions")) {
                                    ready.countDown();
                                }
                            });
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        } finally {
                            ready.countDown();
                        }
                    },
                    work -> new Thread(work, "worker").start());
        }

        PuppetProcess puppet() {
            return puppet;
        }

        /** How it ended, or will. */
        CompletableFuture<Ended> ended() {
            return ended;
        }

        boolean isReady() {
            return ready.getCount() == 0;
        }

        Worker awaitReady() {
            try {
                assertThat(ready.await(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            assertThat(ended).as("ready").isNotDone();
            return this;
        }
    }

    private final Scene scene;
    private final BrokerServer broker;
    private final List<Worker> workers = new CopyOnWriteArrayList<>();

    /** Workers of that scene, and the broker; both end with it. */
    Workforce(Scene scene, BrokerServer broker) {
        this.scene = scene;
        this.broker = broker;
    }

    BrokerServer broker() {
        return broker;
    }

    /**
     * A job whose partitions are handed out.
     *
     * @param more further keys of {@code run}, with a comma before them
     */
    Path remote(Path job, String more) throws IOException {
        String name = job.getFileName().toString().replace(".yaml", "-remote.yaml");
        return Files.writeString(
                job.resolveSibling(name),
                Files.readString(job)
                        .replace(
                                "block-lines: 50",
                                "block-lines: 50, workers: remote, broker: '" + broker.address() + "'" + more));
    }

    /** Starts a worker; it is ready when there are tables. */
    Worker start(Path job, Stage stage, Hand hand) throws IOException {
        return start(PuppetProcess.start(scene.errors()), job, stage, hand);
    }

    /** The same of another version of the program. */
    Worker startOfVersion(String version, Path job, Stage stage) throws IOException {
        List<String> classes = PuppetClasses.shared().ofVersion(version);
        return start(PuppetProcess.start(scene.errors(), List.of(), classes), job, stage, event -> {});
    }

    private Worker start(PuppetProcess puppet, Path job, Stage stage, Hand hand) {
        Worker worker = new Worker(puppet, job, stage, hand);
        workers.add(worker);
        return worker;
    }

    /** The hand of a manager that prepares, and hands out when all workers are there. */
    void together(Event event) {
        if (event.step().equals("prepare")) {
            workers.forEach(Worker::awaitReady);
        }
    }

    /** Has a manager carry out the audit. */
    void audited(Path job, Stage stage) throws IOException {
        try (PuppetProcess manager = PuppetProcess.start(scene.errors())) {
            Ended ended = manager.run(Scene.audit(job, stage), this::together);
            assertThat(ended.status())
                    .as(ended.all() + "\n" + Files.readString(scene.errors()))
                    .hasValue(0);
        }
    }

    @Override
    public void close() {
        workers.forEach(worker -> worker.puppet().close());
        broker.close();
    }
}
