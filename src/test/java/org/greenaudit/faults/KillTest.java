package org.greenaudit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greenaudit.faults.PuppetProcess.Ended;
import org.greenaudit.faults.Scene.Stage;
import org.greenaudit.testing.Folders;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("faults")
class KillTest extends KillContract {

    KillTest() {
        super(false);
    }

    /**
     * At every statement, and behind every commit, the process is halted, and the night goes on from a copy of what lies
     * on its disk: just that is what SIGKILL would leave. A place where nothing was written since the one before leaves
     * the same, and is passed over.
     */
    @Test
    void aNightWithDecisionsGoesOnFromEveryStatementItIsKilledAt() throws IOException {
        Scene scene = Scene.ofOneCounty(folder);
        Stage undisturbed = scene.stage();
        Stage night = scene.stage();
        Set<String> states = new HashSet<>();
        try (PuppetProcess puppet = PuppetProcess.start(scene.errors());
                PuppetProcess heir = PuppetProcess.start(scene.errors())) {
            for (Stage stage : List.of(undisturbed, night)) {
                completed(scene, heir, scene.audit(stage));
                completed(scene, heir, scene.decide(stage));
            }
            Map<String, String> before = Scene.reports(undisturbed);
            completed(scene, heir, scene.audit(undisturbed));
            Ended ended = puppet.run(scene.audit(night), event -> {
                if (states.add(Scene.written(night))) {
                    puppet.halt();
                    Stage left = scene.copy(night);
                    puppet.resume();
                    String how = "killed at " + event;
                    Scene.assertNothingHalf(left, before, undisturbed, how);
                    completed(scene, heir, scene.audit(left));
                    Scene.assertSame(left, undisturbed, how);
                    Folders.delete(left.folder());
                }
            });
            assertThat(ended.status()).as(ended.all()).hasValue(0);
        }
        assertThat(states).hasSizeGreaterThan(60);
        assertThat(undisturbed.number("SELECT COUNT(*) FROM audit_decision_use WHERE state = 'APPLIED'"))
                .isGreaterThan(3);
    }
}
