package org.greenaudit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.greenaudit.faults.PuppetProcess.Ended;
import org.greenaudit.faults.PuppetProcess.Event;
import org.greenaudit.faults.Scene.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the program (SIGKILL) at random moments: while it makes its tables, in every step, and between. The same command
 * is then to end as if nothing had happened. {@code -Dfaults.seed=N} takes the moments that were printed.
 */
abstract class KillContract {

    private static final int KILLS = 20;
    private static final Executor THREADS = work -> new Thread(work, "kills").start();

    /** As many at once as the smallest machine has cores. */
    private static final int LANES = 2;

    /**
     * Where to kill.
     *
     * @param step the step; empty for what lies outside the steps
     * @param nth at which of its events
     * @param running whether it runs on while the signal is on its way, or waits at the event
     */
    private record Moment(String step, int nth, boolean running) {}

    /** A stretch of a step's events, or of those outside the steps. */
    private record Phase(String step, int from, int to) {}

    @TempDir
    private Path folder;

    private final boolean onServer;

    KillContract(boolean onServer) {
        this.onServer = onServer;
    }

    @Test
    void aKilledRunEndsAsIfNothingHadHappened() throws IOException {
        long seed = Long.getLong("faults.seed", System.nanoTime());
        System.out.println(getClass().getSimpleName() + ": kills by -Dfaults.seed=" + seed);
        Scene scene = new Scene(folder, onServer);
        Stage undisturbed = scene.stage();
        List<Event> events = new ArrayList<>();
        try (PuppetProcess puppet = PuppetProcess.start(scene.errors())) {
            Ended ended = puppet.run(scene.audit(undisturbed), events::add);
            assertThat(ended.status()).as(ended.all()).hasValue(0);
        }
        List<Moment> moments = moments(events, new Random(seed));
        List<CompletableFuture<Void>> lanes = new ArrayList<>();
        for (int lane = 0; lane < LANES; lane++) {
            int first = lane;
            List<Moment> own = IntStream.range(0, moments.size())
                    .filter(i -> i % LANES == first)
                    .mapToObj(moments::get)
                    .toList();
            lanes.add(CompletableFuture.runAsync(
                    () -> killOneAfterTheOther(scene, undisturbed, own, "seed " + seed + ", killed at "), THREADS));
        }
        lanes.forEach(CompletableFuture::join);
    }

    /** A process that has ended one run as it should have been is the next one to be killed. */
    private static void killOneAfterTheOther(Scene scene, Stage undisturbed, List<Moment> moments, String why) {
        Optional<Stage> killed = Optional.empty();
        String how = "";
        try {
            for (int i = 0; i <= moments.size(); i++) {
                try (PuppetProcess puppet = PuppetProcess.start(scene.errors())) {
                    if (killed.isPresent()) {
                        Ended ended = puppet.run(scene.audit(killed.get()), event -> {});
                        assertThat(ended.status())
                                .as(how + "\n" + ended.all() + "\n" + Files.readString(scene.errors()))
                                .hasValue(0);
                        Scene.assertSame(killed.get(), undisturbed, how);
                    }
                    if (i < moments.size()) {
                        Stage next = scene.stage();
                        how = why + moments.get(i);
                        kill(puppet, scene.audit(next), moments.get(i), how);
                        Scene.assertNothingHalf(next, undisturbed, how);
                        killed = Optional.of(next);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(how, e);
        }
    }

    private static void kill(PuppetProcess puppet, List<String> audit, Moment moment, String how) throws IOException {
        int[] seen = {0};
        Ended ended = puppet.run(audit, event -> {
            if (event.step().equals(moment.step()) && seen[0]++ == moment.nth()) {
                if (moment.running()) {
                    THREADS.execute(puppet::kill);
                } else {
                    puppet.kill();
                }
            }
        });
        assertThat(seen[0]).as(how).isGreaterThan(moment.nth());
        if (ended.status().isPresent()) {
            // it was quicker than the signal: ended, and nothing to restart
            puppet.kill();
        }
        puppet.awaitEnd();
    }

    private static List<Moment> moments(List<Event> events, Random random) {
        Map<String, Integer> counts = new TreeMap<>();
        int migration = 0;
        for (Event event : events) {
            int nth = counts.merge(event.step(), 1, Integer::sum);
            if (event.what().contains("flyway_schema_history")) {
                migration = nth;
            }
        }
        assertThat(counts.keySet()).contains("", "prepare", "evaluate", "assess", "report", "publish", "retain");
        assertThat(migration).isPositive();
        int outside = counts.remove("");
        List<Phase> phases = new ArrayList<>(List.of(new Phase("", 0, migration), new Phase("", migration, outside)));
        counts.forEach((step, count) -> phases.add(new Phase(step, 0, count)));
        List<Moment> moments = new ArrayList<>();
        for (int i = 0; i < KILLS; i++) {
            Phase phase = phases.get(i % phases.size());
            boolean running = i / phases.size() % 2 == 1;
            moments.add(new Moment(phase.step(), random.nextInt(phase.from(), phase.to()), running));
        }
        return moments;
    }
}
