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
    private static final int KILLS_WITH_DECISIONS = 7;
    private static final Preparation PREPARED_BY_NOTHING = (puppet, stage) -> {};
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
        Scene scene = new Scene(folder, onServer);
        Stage undisturbed = scene.stage();
        killAtRandom(scene, undisturbed, Map.of(), PREPARED_BY_NOTHING, KILLS);
    }

    @Test
    void aKilledNightWithDecisionsEndsAsIfNothingHadHappened() throws IOException {
        Scene scene = new Scene(folder, onServer);
        Stage undisturbed = scene.stage();
        Preparation decided = (puppet, stage) -> {
            completed(scene, puppet, scene.audit(stage));
            completed(scene, puppet, scene.decide(stage));
        };
        try (PuppetProcess puppet = PuppetProcess.start(scene.errors())) {
            decided.prepare(puppet, undisturbed);
        }
        killAtRandom(scene, undisturbed, Scene.reports(undisturbed), decided, KILLS_WITH_DECISIONS);
        assertThat(undisturbed.number("SELECT COUNT(*) FROM audit_decision_use WHERE state = 'APPLIED'"))
                .isGreaterThan(10);
    }

    /** Before each statement from the first decision on, before the commit and behind it: what is there then is all there is. */
    @Test
    void aKilledDecideHasTakenAllOrNothing() throws IOException {
        Scene scene = new Scene(folder, onServer);
        Stage stage = scene.stage();
        List<String> decide;
        try (PuppetProcess puppet = PuppetProcess.start(scene.errors())) {
            completed(scene, puppet, scene.audit(stage));
            decide = scene.decide(stage);
        }
        long taken = 0;
        int kills = 0;
        for (; taken == 0; kills++) {
            int nth = kills;
            boolean[] past = {false};
            int[] seen = {0};
            try (PuppetProcess puppet = PuppetProcess.start(scene.errors())) {
                puppet.run(decide, event -> {
                    past[0] |= event.what().contains("INTO audit_decision");
                    if (past[0] && seen[0]++ == nth) {
                        puppet.kill();
                    }
                });
            }
            taken = stage.number("SELECT COUNT(*) FROM audit_decision");
        }
        assertThat(kills).isGreaterThan(1);
        try (PuppetProcess puppet = PuppetProcess.start(scene.errors())) {
            assertThat(completed(scene, puppet, decide).text()).contains("no new decision");
        }
    }

    /** What is done on a stage before the run that is killed. */
    private interface Preparation {

        void prepare(PuppetProcess puppet, Stage stage) throws IOException;
    }

    private static Ended completed(Scene scene, PuppetProcess puppet, List<String> args) throws IOException {
        Ended ended = puppet.run(args, event -> {});
        assertThat(ended.status())
                .as(ended.all() + "\n" + Files.readString(scene.errors()))
                .hasValue(0);
        return ended;
    }

    private void killAtRandom(
            Scene scene, Stage undisturbed, Map<String, String> before, Preparation preparation, int kills)
            throws IOException {
        long seed = Long.getLong("faults.seed", System.nanoTime());
        System.out.println(getClass().getSimpleName() + ": kills by -Dfaults.seed=" + seed);
        List<Event> events = new ArrayList<>();
        try (PuppetProcess puppet = PuppetProcess.start(scene.errors())) {
            Ended ended = puppet.run(scene.audit(undisturbed), events::add);
            assertThat(ended.status()).as(ended.all()).hasValue(0);
        }
        List<Moment> moments = moments(events, before.isEmpty(), kills, new Random(seed));
        List<CompletableFuture<Void>> lanes = new ArrayList<>();
        for (int lane = 0; lane < LANES; lane++) {
            int first = lane;
            List<Moment> own = IntStream.range(0, moments.size())
                    .filter(i -> i % LANES == first)
                    .mapToObj(moments::get)
                    .toList();
            lanes.add(CompletableFuture.runAsync(
                    () -> killOneAfterTheOther(
                            scene, undisturbed, before, preparation, own, "seed " + seed + ", killed at "),
                    THREADS));
        }
        lanes.forEach(CompletableFuture::join);
    }

    /** A process that has ended one run as it should have been is the next one to be killed. */
    private static void killOneAfterTheOther(
            Scene scene,
            Stage undisturbed,
            Map<String, String> before,
            Preparation preparation,
            List<Moment> moments,
            String why) {
        Optional<Stage> killed = Optional.empty();
        String how = "";
        try {
            for (int i = 0; i <= moments.size(); i++) {
                try (PuppetProcess puppet = PuppetProcess.start(scene.errors())) {
                    if (killed.isPresent()) {
                        completed(scene, puppet, scene.audit(killed.get()));
                        Scene.assertSame(killed.get(), undisturbed, how);
                    }
                    if (i < moments.size()) {
                        Stage next = scene.stage();
                        how = why + moments.get(i);
                        preparation.prepare(puppet, next);
                        kill(puppet, scene.audit(next), moments.get(i), how);
                        Scene.assertNothingHalf(next, before, undisturbed, how);
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

    /** Moments in every step, and outside them; while the tables are made too, where they are. */
    private static List<Moment> moments(List<Event> events, boolean fresh, int kills, Random random) {
        Map<String, Integer> counts = new TreeMap<>();
        int migration = 0;
        for (Event event : events) {
            int nth = counts.merge(event.step(), 1, Integer::sum);
            if (event.what().contains("flyway_schema_history")) {
                migration = nth;
            }
        }
        assertThat(counts.keySet()).contains("", "prepare", "evaluate", "assess", "report", "publish", "retain");
        int outside = counts.remove("");
        List<Phase> phases = new ArrayList<>(List.of(new Phase("", migration, outside)));
        if (fresh) {
            phases.add(0, new Phase("", 0, migration));
        }
        counts.forEach((step, count) -> phases.add(new Phase(step, 0, count)));
        List<Moment> moments = new ArrayList<>();
        for (int i = 0; i < kills; i++) {
            Phase phase = phases.get(i % phases.size());
            boolean running = i / phases.size() % 2 == 1;
            moments.add(new Moment(phase.step(), random.nextInt(phase.from(), phase.to()), running));
        }
        return moments;
    }
}
