package org.greenaudit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.greenaudit.faults.PuppetProcess.Ended;
import org.greenaudit.faults.PuppetProcess.Event;
import org.greenaudit.faults.Scene.Stage;
import org.greenaudit.testing.DatabaseServer;
import org.greenaudit.testing.MortalServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The servers that hold the results and the purchases are killed (SIGKILL) at random moments and come back soon: the night
 * ends as if nothing had happened, and needs no second start. {@code -Dfaults.seed=N} takes the moments that were printed.
 */
@Tag("database")
@Tag("faults")
class ServerKillsOnServerTest {

    private static final int NIGHTS = 5;
    private static final int KILLS_A_NIGHT = 4;

    /** How long a server is down before it is started again, and how long a signal is on its way, at most. */
    private static final int DOWN_MILLIS = 400;

    private static final int ON_ITS_WAY_MILLIS = 30;

    private static final Executor THREADS = work -> new Thread(work, "nights").start();

    @TempDir
    private Path folder;

    /** Whom to kill at which event, and how. */
    private record Kill(int event, List<MortalServer> victims, int onItsWayMillis, int downMillis) {}

    /** Two rows of nights at once, of purchases in files and in a table: mostly they wait for servers. */
    @Test
    void aNightWhoseServersAreKilledAndComeBackEndsAsIfNothingHadHappened() throws IOException {
        long seed = Long.getLong("faults.seed", System.nanoTime());
        System.out.println("ServerKillsOnServerTest: kills by -Dfaults.seed=" + seed);
        Scene scene = new Scene(folder, true);
        try (MortalServer ofFiles = MortalServer.start();
                MortalServer ofTable = MortalServer.start();
                MortalServer purchases = MortalServer.start()) {
            Path table = scene.jobOfTable(purchases.server().schema(), purchases.hostAndPort());
            CompletableFuture.allOf(
                            nights(scene, ofFiles, scene.job(), List.of(), new Random(seed)),
                            nights(scene, ofTable, table, List.of(purchases), new Random(~seed)))
                    .join();
        }
        assertThat(Files.readString(scene.errors())).doesNotContain("\tat ");
    }

    private static CompletableFuture<Void> nights(
            Scene scene, MortalServer results, Path job, List<MortalServer> purchases, Random random) {
        return CompletableFuture.runAsync(
                () -> {
                    try (PuppetProcess puppet = PuppetProcess.start(scene.errors())) {
                        new Nights(scene, puppet, results).disturb(job, purchases, random);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                THREADS);
    }

    /** Nights of one audit. */
    private record Nights(Scene scene, PuppetProcess puppet, MortalServer results) {

        void disturb(Path job, List<MortalServer> purchases, Random random) throws IOException {
            List<Event> events = new ArrayList<>();
            Stage undisturbed = stage();
            Ended ended = puppet.run(Scene.audit(job, undisturbed), events::add);
            assertThat(ended.status()).as(ended.all()).hasValue(0);
            for (int night = 0; night < NIGHTS; night++) {
                Deque<Kill> kills = kills(events, purchases, random);
                String how = "night " + night + ": " + kills;
                Stage stage = stage();
                disturb(Scene.audit(job, stage), kills, how);
                results.awaitConnections();
                purchases.forEach(MortalServer::awaitConnections);
                Scene.assertSame(stage, undisturbed, how);
            }
        }

        private Stage stage() throws IOException {
            DatabaseServer.Schema schema = results.server().schema();
            return scene.stage(schema, schema.url());
        }

        private void disturb(List<String> audit, Deque<Kill> kills, String how) throws IOException {
            int[] seen = {0};
            Deque<CompletableFuture<Void>> deeds = new ArrayDeque<>(List.of(CompletableFuture.completedFuture(null)));
            Ended ended = puppet.run(audit, event -> {
                if (!kills.isEmpty() && seen[0]++ >= kills.peek().event()) {
                    // one after the other: what is dead cannot be killed
                    deeds.getLast().join();
                    deeds.add(carryOut(kills.remove()));
                }
            });
            deeds.getLast().join();
            assertThat(ended.status()).as(how + "\n" + ended.all()).hasValue(0);
            assertThat(kills).as(how).isEmpty();
            assertThat(ended.text()).as(how).doesNotContain("unexpected error", "Exception", "at org.", "at com.");
        }

        /** Moments in random steps, in the order in which they come. */
        private Deque<Kill> kills(List<Event> events, List<MortalServer> purchases, Random random) {
            Map<String, List<Integer>> steps = new LinkedHashMap<>();
            IntStream.range(0, events.size())
                    .forEach(i -> steps.computeIfAbsent(events.get(i).step(), step -> new ArrayList<>())
                            .add(i));
            List<List<Integer>> moments = List.copyOf(steps.values());
            int planned = steps.get("prepare").get(0);
            return random.ints(KILLS_A_NIGHT, 0, moments.size())
                    .map(step -> moments.get(step)
                            .get(random.nextInt(moments.get(step).size())))
                    .sorted()
                    .mapToObj(event -> new Kill(
                            event,
                            // a server of purchases that was never there is no outage
                            victims(event < planned ? List.of() : purchases, random),
                            random.nextBoolean() ? 0 : random.nextInt(ON_ITS_WAY_MILLIS),
                            random.nextInt(DOWN_MILLIS)))
                    .collect(ArrayDeque::new, ArrayDeque::add, ArrayDeque::addAll);
        }

        /** Either or both. */
        private List<MortalServer> victims(List<MortalServer> purchases, Random random) {
            List<MortalServer> both = new ArrayList<>(purchases);
            both.add(results);
            int who = random.nextInt(both.size() + 1);
            return who < both.size() ? List.of(both.get(who)) : both;
        }
    }

    /** Kills at once, so that the program meets it at this statement, or beside the program. */
    private static CompletableFuture<Void> carryOut(Kill kill) {
        Runnable deed = () -> kill.victims().forEach(MortalServer::kill);
        CompletableFuture<Void> dead = CompletableFuture.completedFuture(null);
        if (kill.onItsWayMillis() == 0) {
            deed.run();
        } else {
            dead = CompletableFuture.runAsync(deed, after(kill.onItsWayMillis()));
        }
        return dead.thenRunAsync(() -> kill.victims().forEach(MortalServer::revive), after(kill.downMillis()));
    }

    private static Executor after(int millis) {
        return CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS);
    }
}
