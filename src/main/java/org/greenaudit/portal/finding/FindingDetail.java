package org.greenaudit.portal.finding;

import java.util.List;
import java.util.Optional;
import org.greenaudit.decision.Decision;
import org.greenaudit.rules.DecisionUse;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.StoredVerdict;

/**
 * A finding with all that is known of it.
 *
 * @param run the run that found it
 * @param verdict what it found, and why
 * @param decisions people's decisions that name it, the oldest first
 * @param history what the job's runs found of the record under the list, the oldest first
 */
public record FindingDetail(RunRecord run, StoredVerdict verdict, List<Named> decisions, List<Sighting> history) {

    /**
     * A decision that names the finding.
     *
     * @param use what it did in the run; empty where the audit did not know it, or it changed nothing
     */
    public record Named(Decision decision, Optional<DecisionUse> use) {

        /** How it stands, as messages call it: {@code withdrawn}, {@code applied}, {@code stale}, {@code expired} or {@code open}. */
        public String state() {
            return decision.withdrawn().isPresent()
                    ? "withdrawn"
                    : use.map(it -> it.state().id()).orElse("open");
        }
    }

    /**
     * What a run found.
     *
     * @param verdict empty where it is none that is kept: compliant, outside the list, or not bought yet
     */
    public record Sighting(RunRecord run, Optional<StoredVerdict> verdict) {}
}
