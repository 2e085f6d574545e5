package org.greenaudit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.greenaudit.faults.PuppetProcess.Ended;
import org.greenaudit.faults.PuppetProcess.Event;
import org.greenaudit.faults.Scene.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the program (SIGKILL) at random moments of every step, and starts it again. */
abstract class KillContract {

    private static final int KILLS_PER_STEP = 4;

    /**
     * Where to kill.
     *
     * @param step the step; empty for what lies between the steps
     * @param nth at which of its events
     * @param running whether it runs on while the signal is on its way, or waits at the event
     */
    private record Moment(String step, int nth, boolean running) {}

    @TempDir
    private Path folder;

    private final boolean onServer;

    KillContract(boolean onServer) {
        this.onServer = onServer;
    }

    @Test
    void aKilledRunEndsAsIfNothingHadHappened() throws IOException {
        long seed = System.nanoTime();
        System.out.println(getClass().getSimpleName() + ": kills by seed " + seed);
        Scene scene = new Scene(folder, onServer);
        Stage undisturbed = scene.stage();
        List<Event> events = new ArrayList<>();
        List<Moment> moments;
        try (PuppetProcess puppet = PuppetProcess.start(scene.errors())) {
            Ended ended = puppet.run(scene.audit(undisturbed), events::add);
            assertThat(ended.status()).as(ended.text()).hasValue(0);
            moments = moments(events, new Random(seed));
        }
        assertThat(moments).hasSizeGreaterThanOrEqualTo(20);
        Stage killed = null;
        String how = "";
        for (int i = 0; i <= moments.size(); i++) {
            try (PuppetProcess puppet = PuppetProcess.start(scene.errors())) {
                if (killed != null) {
                    Ended ended = puppet.run(scene.audit(killed), event -> {});
                    assertThat(ended.status())
                            .as(how + "\n" + ended.text() + "\n" + Files.readString(scene.errors()))
                            .hasValue(0);
                    Scene.assertSame(killed, undisturbed, how);
                }
                if (i < moments.size()) {
                    killed = scene.stage();
                    how = "seed " + seed + ", killed at " + moments.get(i);
                    kill(puppet, scene.audit(killed), moments.get(i), how);
                }
            }
        }
    }

    private static void kill(PuppetProcess puppet, List<String> audit, Moment moment, String how) throws IOException {
        int[] seen = {0};
        Ended ended = puppet.run(audit, event -> {
            if (event.step().equals(moment.step()) && seen[0]++ == moment.nth()) {
                if (moment.running()) {
                    new Thread(puppet::kill).start();
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
    }

    private static List<Moment> moments(List<Event> events, Random random) {
        Map<String, Integer> counts = new TreeMap<>();
        events.forEach(event -> counts.merge(event.step(), 1, Integer::sum));
        assertThat(counts.keySet()).contains("", "prepare", "evaluate", "assess", "report", "retain");
        List<Moment> moments = new ArrayList<>();
        counts.forEach((step, count) -> {
            for (int i = 0; i < KILLS_PER_STEP; i++) {
                moments.add(new Moment(step, random.nextInt(count), i % 2 == 1));
            }
        });
        return moments;
    }
}
