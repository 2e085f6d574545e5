package org.greenaudit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.greenaudit.faults.PuppetProcess.Event;
import org.greenaudit.faults.Scene.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
@Tag("faults")
class KillOnServerTest extends KillContract {

    KillOnServerTest() {
        super(true);
    }

    /** One run, begun again and again until no step is left in which it has not been killed. */
    @Test
    void aNightWithDecisionsThatIsKilledInEveryStepEndsAsIfNothingHadHappened() throws IOException {
        Scene scene = new Scene(folder, true);
        Stage undisturbed = scene.stage();
        Stage killed = scene.stage();
        PuppetProcess puppet = PuppetProcess.start(scene.errors());
        try {
            for (Stage stage : List.of(undisturbed, killed)) {
                completed(scene, puppet, scene.audit(stage));
                completed(scene, puppet, scene.decide(stage));
            }
            Map<String, String> before = Scene.reports(undisturbed);
            List<Moment> moments = oneInEveryStep(events(scene, puppet, undisturbed), random());
            for (Moment moment : moments) {
                kill(puppet, scene.audit(killed), moment, moment.toString());
                Scene.assertNothingHalf(killed, before, undisturbed, moment.toString());
                puppet.close();
                puppet = PuppetProcess.start(scene.errors());
            }
            completed(scene, puppet, scene.audit(killed));
            Scene.assertSame(killed, undisturbed, moments.toString());
        } finally {
            puppet.close();
        }
        assertThat(undisturbed.number("SELECT COUNT(*) FROM audit_decision_use WHERE state = 'APPLIED'"))
                .isGreaterThan(10);
    }

    /** A moment before the first step, and one in each, in the order of the steps. */
    private static List<Moment> oneInEveryStep(List<Event> events, Random random) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Event event : events) {
            if (!event.step().isEmpty() || counts.size() < 2) {
                counts.merge(event.step(), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .map(step -> new Moment(step.getKey(), random.nextInt(step.getValue()), false))
                .toList();
    }
}
