package org.greenaudit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    record Moment(String step, int nth, boolean running) {}

    /** A stretch of a step's events, or of those outside the steps. */
    private record Phase(String step, int from, int to) {}

    @TempDir
    Path folder;

    private final boolean onServer;

    KillContract(boolean onServer) {
        this.onServer = onServer;
    }

    @Test
    void aKilledRunEndsAsIfNothingHadHappened() throws IOException {
        Scene scene = new Scene(folder, onServer);
        Stage undisturbed = scene.stage();
        try (PuppetProcess puppet = PuppetProcess.start(scene.errors())) {
            List<Event> events = events(scene, puppet, undisturbed);
            List<Moment> moments = moments(events, random());
            List<CompletableFuture<Void>> lanes = new ArrayList<>();
            for (int lane = 0; lane < LANES; lane++) {
                int first = lane;
                List<Moment> own = IntStream.range(0, moments.size())
                        .filter(i -> i % LANES == first)
                        .mapToObj(moments::get)
                        .toList();
                PuppetProcess opening = lane == 0 ? puppet : PuppetProcess.start(scene.errors());
                lanes.add(CompletableFuture.runAsync(
                        () -> killOneAfterTheOther(opening, scene, undisturbed, own), THREADS));
            }
            lanes.forEach(CompletableFuture::join);
        }
    }

    /** Before each statement from the first decision on, before the commit and behind it: what is there then is all there is. */
    @Test
    void aKilledDecideHasTakenAllOrNothing() throws IOException {
        Scene scene = new Scene(folder, onServer);
        Stage stage = scene.stage();
        long taken = 0;
        int kills = 0;
        PuppetProcess puppet = PuppetProcess.start(scene.errors());
        try {
            completed(scene, puppet, scene.audit(stage));
            List<String> decide = scene.decide(stage);
            for (; taken == 0; kills++) {
                killDeciding(puppet, decide, kills);
                puppet.close();
                taken = stage.number("SELECT COUNT(*) FROM audit_decision");
                puppet = PuppetProcess.start(scene.errors());
            }
            assertThat(kills).isGreaterThan(1);
            assertThat(completed(scene, puppet, decide).text()).contains("no new decision");
        } finally {
            puppet.close();
        }
    }

    /** Kills at the nth event from the first decision on. */
    private static void killDeciding(PuppetProcess puppet, List<String> decide, int nth) throws IOException {
        boolean[] past = {false};
        int[] seen = {0};
        puppet.run(decide, event -> {
            past[0] |= event.what().contains("INTO audit_decision (");
            if (past[0] && seen[0]++ == nth) {
                puppet.kill();
            }
        });
    }

    static Ended completed(Scene scene, PuppetProcess puppet, List<String> args) throws IOException {
        Ended ended = puppet.run(args, event -> {});
        assertThat(ended.status())
                .as(ended.all() + "\n" + Files.readString(scene.errors()))
                .hasValue(0);
        return ended;
    }

    /** Says which seed repeats the kills. */
    Random random() {
        long seed = Long.getLong("faults.seed", System.nanoTime());
        System.out.println(getClass().getSimpleName() + ": kills by -Dfaults.seed=" + seed);
        return new Random(seed);
    }

    /** Carries the audit out undisturbed. */
    static List<Event> events(Scene scene, PuppetProcess puppet, Stage undisturbed) throws IOException {
        List<Event> events = new ArrayList<>();
        Ended ended = puppet.run(scene.audit(undisturbed), events::add);
        assertThat(ended.status()).as(ended.all()).hasValue(0);
        assertThat(events)
                .extracting(Event::step)
                .contains("", "prepare", "evaluate", "assess", "report", "publish", "retain");
        return events;
    }

    /** A process that has ended one run as it should have been is the next one to be killed. */
    private static void killOneAfterTheOther(
            PuppetProcess opening, Scene scene, Stage undisturbed, List<Moment> moments) {
        PuppetProcess puppet = opening;
        try {
            for (Moment moment : moments) {
                Stage killed = scene.stage();
                String how = "killed at " + moment;
                kill(puppet, scene.audit(killed), moment, how);
                Scene.assertNothingHalf(killed, Map.of(), undisturbed, how);
                puppet.close();
                puppet = PuppetProcess.start(scene.errors());
                completed(scene, puppet, scene.audit(killed));
                Scene.assertSame(killed, undisturbed, how);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(moments.toString(), e);
        } finally {
            puppet.close();
        }
    }

    static void kill(PuppetProcess puppet, List<String> audit, Moment moment, String how) throws IOException {
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

    /** Moments while the tables are made, outside the steps, and in every step. */
    private static List<Moment> moments(List<Event> events, Random random) {
        Map<String, Integer> counts = new TreeMap<>();
        int migration = 0;
        for (Event event : events) {
            int nth = counts.merge(event.step(), 1, Integer::sum);
            if (event.what().contains("flyway_schema_history")) {
                migration = nth;
            }
        }
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
