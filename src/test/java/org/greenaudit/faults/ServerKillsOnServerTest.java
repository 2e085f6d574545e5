package org.greenaudit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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

    private static final int KILLS = 40;
    private static final int KILLS_A_NIGHT = 4;

    /** How long a server is down before it is started again, and how long a signal is on its way, at most. */
    private static final int DOWN_MILLIS = 400;

    private static final int ON_ITS_WAY_MILLIS = 30;

    @TempDir
    private static Path folder;

    private static MortalServer results;
    private static MortalServer purchases;
    private static Scene scene;
    private static PuppetProcess puppet;

    /** An audit, and how it goes undisturbed. */
    private record Night(Path job, boolean onTable, Stage undisturbed, List<Event> events) {}

    /** Whom to kill at which event, and how. */
    private record Kill(int event, List<MortalServer> victims, int onItsWayMillis, int downMillis) {}

    @BeforeAll
    static void start() throws IOException {
        results = MortalServer.start();
        purchases = MortalServer.start();
        scene = new Scene(folder, true);
        puppet = PuppetProcess.start(scene.errors());
    }

    @AfterAll
    static void end() {
        puppet.close();
        results.close();
        purchases.close();
    }

    @Test
    void aNightWhoseServersAreKilledAndComeBackEndsAsIfNothingHadHappened() throws IOException {
        long seed = Long.getLong("faults.seed", System.nanoTime());
        System.out.println("ServerKillsOnServerTest: kills by -Dfaults.seed=" + seed);
        Random random = new Random(seed);
        DatabaseServer.Schema schema = purchases.server().schema();
        Night ofFiles = undisturbed(scene.job(), false);
        Night ofTable = undisturbed(scene.jobOfTable(schema, purchases.hostAndPort()), true);
        for (int killed = 0; killed < KILLS; killed += KILLS_A_NIGHT) {
            disturbed(
                    killed / KILLS_A_NIGHT % 2 == 0 ? ofTable : ofFiles, random, "seed " + seed + ", after " + killed);
        }
        assertThat(Files.readString(scene.errors())).doesNotContain("\tat ");
    }

    private static Night undisturbed(Path job, boolean onTable) throws IOException {
        List<Event> events = new ArrayList<>();
        Stage stage = stage();
        Ended ended = puppet.run(Scene.audit(job, stage), events::add);
        assertThat(ended.status()).as(ended.all()).hasValue(0);
        return new Night(job, onTable, stage, events);
    }

    private static Stage stage() throws IOException {
        DatabaseServer.Schema schema = results.server().schema();
        return scene.stage(schema, schema.url());
    }

    private static void disturbed(Night night, Random random, String seed) throws IOException {
        Deque<Kill> kills = kills(night, random);
        String how = seed + ": " + kills;
        Stage stage = stage();
        int[] seen = {0};
        List<CompletableFuture<Void>> deeds = new ArrayList<>();
        deeds.add(CompletableFuture.completedFuture(null));
        Ended ended = puppet.run(Scene.audit(night.job(), stage), event -> {
            if (!kills.isEmpty() && seen[0]++ >= kills.peek().event()) {
                // one after the other: what is dead cannot be killed
                deeds.get(deeds.size() - 1).join();
                deeds.add(carryOut(kills.remove()));
            }
        });
        deeds.get(deeds.size() - 1).join();
        assertThat(ended.status()).as(how + "\n" + ended.all()).hasValue(0);
        assertThat(kills).as(how).isEmpty();
        assertThat(ended.text()).as(how).doesNotContain("unexpected error", "Exception", "at org.", "at com.");
        Scene.assertSame(stage, night.undisturbed(), how);
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

    /** Moments in random steps, in the order in which they come. */
    private static Deque<Kill> kills(Night night, Random random) {
        List<Event> events = night.events();
        Map<String, List<Integer>> steps = new LinkedHashMap<>();
        IntStream.range(0, events.size())
                .forEach(i -> steps.computeIfAbsent(events.get(i).step(), step -> new ArrayList<>())
                        .add(i));
        List<List<Integer>> moments = List.copyOf(steps.values());
        int planned = steps.get("prepare").get(0);
        return random.ints(KILLS_A_NIGHT, 0, moments.size())
                .map(step ->
                        moments.get(step).get(random.nextInt(moments.get(step).size())))
                .sorted()
                .mapToObj(event -> new Kill(
                        event,
                        // a server of purchases that was never there is no outage
                        victims(night.onTable() && event >= planned, random),
                        random.nextBoolean() ? 0 : random.nextInt(ON_ITS_WAY_MILLIS),
                        random.nextInt(DOWN_MILLIS)))
                .collect(ArrayDeque::new, ArrayDeque::add, ArrayDeque::addAll);
    }

    private static List<MortalServer> victims(boolean purchasesToo, Random random) {
        return switch (purchasesToo ? random.nextInt(3) : 0) {
            case 0 -> List.of(results);
            case 1 -> List.of(purchases);
            default -> List.of(results, purchases);
        };
    }
}
