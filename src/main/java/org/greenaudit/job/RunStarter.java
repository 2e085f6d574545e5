package org.greenaudit.job;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.decision.Decisions;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.job.config.SettingsDigest;
import org.greenaudit.message.Text;
import org.greenaudit.source.PurchaseSource;
import org.greenaudit.source.SourceContent;
import org.greenaudit.source.SourcePlan;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.Stores;

/**
 * Decides which run a start carries out: the unfinished one where nothing that matters has changed, otherwise a new one.
 */
final class RunStarter {

    private final Stores stores;
    private final Clock clock;

    RunStarter(Stores stores, Clock clock) {
        this.stores = stores;
        this.clock = clock;
    }

    /** The run of this identity that is already completed and newer than any unfinished one, if there is one. */
    Optional<RunRecord> completed(RunSettings settings) {
        return stores.runs().latest(settings.identity()).filter(run -> run.status() == RunRecord.Status.COMPLETED);
    }

    /**
     * What a start has that a completed run had not, so that its result is no answer any more: other input files or other
     * content in them, other catalogs, other settings, other decisions. Whether a table has changed is seen only by reading it.
     */
    List<Text> changes(
            RunRecord run, RunSettings settings, CatalogSnapshot catalog, Decisions decisions, PurchaseSource source) {
        List<Text> changes = new ArrayList<>();
        if (!source.holds(stores.plans().sources(run.id()))) {
            changes.add(Text.of("job.changed.files", run.runId()));
        }
        if (!run.catalogFingerprint().equals(catalog.fingerprint())) {
            changes.add(Text.of("job.changed.catalogs", run.runId()));
        }
        if (!stores.runs().settingsDigest(run.id()).equals(SettingsDigest.of(settings))) {
            changes.add(Text.of("job.changed.settings", run.runId()));
        }
        if (!run.decisionsFingerprint().equals(decisions.fingerprint())) {
            changes.add(Text.of("job.changed.decisions", run.runId()));
        }
        return changes;
    }

    /** The run to carry out. */
    RunRecord start(RunSettings settings, CatalogSnapshot catalog, Decisions decisions, SourcePlan plan) {
        String digest = SettingsDigest.of(settings);
        Optional<RunRecord> unfinished =
                stores.runs().latest(settings.identity()).filter(run -> run.status() == RunRecord.Status.STARTED);
        if (unfinished.isPresent()) {
            RunRecord run = unfinished.get();
            boolean same = run.catalogFingerprint().equals(catalog.fingerprint())
                    && stores.runs().settingsDigest(run.id()).equals(digest)
                    && run.decisionsFingerprint().equals(decisions.fingerprint())
                    && sameSources(run, plan);
            if (same) {
                return run;
            }
            stores.runs().abandon(run.id(), clock.instant());
        }
        return stores.runs()
                .create(settings.identity(), catalog.fingerprint(), digest, decisions.fingerprint(), clock.instant());
    }

    private boolean sameSources(RunRecord run, SourcePlan plan) {
        List<SourceContent> stored = stores.plans().sources(run.id());
        return stored.isEmpty() || stored.equals(plan.contents());
    }
}
