package org.greenaudit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.greenaudit.faults.PuppetProcess.Ended;
import org.greenaudit.faults.PuppetProcess.Event;
import org.greenaudit.faults.Scene.Stage;
import org.greenaudit.testing.BrokerServer;
import org.greenaudit.testing.DatabaseServer;
import org.greenaudit.testing.MortalServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever takes part in a night on several machines is killed (SIGKILL) at random moments while partitions are evaluated, and
 * started again: the night ends as if nothing had happened. {@code -Dfaults.seed=N} takes the moments that were printed,
 * {@code -Dfaults.kills=30} more of them.
 */
@Tag("database")
@Tag("faults")
class WorkerKillsOnServerTest {

    private static final int KILLS = Integer.getInteger("faults.kills", 12);
    private static final int KILLS_A_NIGHT = 5;

    /** So many events of workers lie between two kills at most. */
    private static final int MOST_EVENTS = 25;

    /** How long the database is down, at most. */
    private static final int DOWN_MILLIS = 400;

    private enum Victim {
        WORKER,
        ALL_WORKERS,
        MANAGER,
        BROKER,
        DATABASE
    }

    @TempDir
    private Path folder;

    private final Map<Victim, Integer> killed = new EnumMap<>(Victim.class);
    private final List<Victim> turn = new ArrayList<>();

    @Test
    void aNightInWhichEverybodyIsKilledEndsAsIfNothingHadHappened(@TempDir Path journal) throws Exception {
        long seed = Long.getLong("faults.seed", System.nanoTime());
        System.out.println("WorkerKillsOnServerTest: kills by -Dfaults.seed=" + seed);
        Random random = new Random(seed);
        Scene scene = new Scene(folder, true);
        try (MortalServer database = MortalServer.start()) {
            Stage undisturbed = stage(scene, database);
            try (PuppetProcess alone = PuppetProcess.start(scene.errors())) {
                KillContract.completed(scene, alone, scene.audit(undisturbed));
            }
            for (int night = 0; sum() < KILLS; night++) {
                Stage stage = stage(scene, database);
                try (Workforce workforce =
                        new Workforce(scene, BrokerServer.start(journal.resolve("night-" + night)))) {
                    new Night(scene, stage, workforce, database, random).carryOut();
                }
                database.awaitConnections();
                Scene.assertSame(stage, undisturbed, "night " + night + " of " + seed);
            }
        }
        System.out.println("WorkerKillsOnServerTest: killed " + killed);
        assertThat(killed).containsOnlyKeys(Victim.values());
    }

    /** The next one: everybody in turn, in an order by chance. */
    private Victim victim(Random random) {
        if (turn.isEmpty()) {
            turn.addAll(List.of(Victim.values()));
            Collections.shuffle(turn, random);
        }
        return turn.remove(0);
    }

    private int sum() {
        return killed.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Stage stage(Scene scene, MortalServer database) throws IOException {
        DatabaseServer.Schema schema = database.server().schema();
        return scene.stage(schema, schema.url());
    }

    /** One audit by two workers; whoever is killed is started again. */
    private final class Night {

        private final Scene scene;
        private final Stage stage;
        private final Workforce workforce;
        private final MortalServer database;
        private final Random random;
        private final Path job;
        private final List<Workforce.Worker> crew = new CopyOnWriteArrayList<>();
        private PuppetProcess manager;
        private volatile boolean starting;
        private int left = KILLS_A_NIGHT;
        private int pause;
        private CompletableFuture<Void> down = CompletableFuture.completedFuture(null);

        Night(Scene scene, Stage stage, Workforce workforce, MortalServer database, Random random) throws IOException {
            this.scene = scene;
            this.stage = stage;
            this.workforce = workforce;
            this.database = database;
            this.random = random;
            this.job = workforce.remote(scene.job(), ", missing-minutes: 1");
            this.manager = PuppetProcess.start(scene.errors());
            this.pause = random.nextInt(MOST_EVENTS);
        }

        void carryOut() throws IOException {
            worker();
            worker();
            Ended ended = manager.run(Scene.audit(job, stage), workforce::together);
            while (ended.status().isEmpty()) {
                manager.close();
                manager = PuppetProcess.start(scene.errors());
                // a database that is not there when a program starts may be a wrong address, and is told of at once
                down.join();
                database.awaitConnections();
                ended = manager.run(
                        Scene.audit(job, stage),
                        event -> starting &= event.step().isEmpty());
            }
            manager.close();
            down.join();
            assertThat(ended.status()).as(ended.all()).hasValue(0);
        }

        private void worker() throws IOException {
            Workforce.Worker[] self = new Workforce.Worker[1];
            self[0] = workforce.start(job, stage, event -> at(event, self));
            crew.add(self[0]);
        }

        private void kill(List<Workforce.Worker> workers) throws IOException {
            crew.removeAll(workers);
            for (Workforce.Worker worker : workers) {
                worker.puppet().kill();
                worker();
            }
        }

        private synchronized void at(Event event, Workforce.Worker[] self) throws IOException {
            // one that was killed while it waited for its turn here is no more
            if (!crew.contains(self[0])
                    || left == 0
                    || !event.step().equals("evaluate")
                    || pause-- > 0
                    || !down.isDone()
                    || starting) {
                return;
            }
            left--;
            pause = random.nextInt(MOST_EVENTS);
            Victim victim = victim(random);
            killed.merge(victim, 1, Integer::sum);
            switch (victim) {
                case WORKER -> kill(List.of(self[0]));
                case ALL_WORKERS -> kill(List.copyOf(crew));
                case MANAGER -> {
                    starting = true;
                    manager.kill();
                }
                case BROKER -> workforce.broker().killAndStartAgain();
                case DATABASE -> {
                    database.kill();
                    down = CompletableFuture.runAsync(
                            database::revive,
                            CompletableFuture.delayedExecutor(random.nextInt(DOWN_MILLIS), TimeUnit.MILLISECONDS));
                }
                default -> throw new UncheckedIOException(new IOException(victim.name()));
            }
        }
    }
}
