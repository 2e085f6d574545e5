package org.greenaudit.metrics;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.greenaudit.assessment.RunCounts;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.Duty;
import org.greenaudit.store.HistoryStore.Difference;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.Stores;

/**
 * What the metrics of a run are counted from. Nothing in it depends on the clock.
 *
 * @param run the run
 * @param counts its counts
 * @param previous the counts of the completed run of the job before it, if there is one
 * @param changes its violations against that run's, by duty; zero without one
 * @param processed rows read by all completed runs of the job and by this one
 * @param catalog the catalogs it was judged with
 */
public record RunFacts(
        RunRecord run,
        RunCounts counts,
        Optional<RunCounts> previous,
        Map<Duty, Difference> changes,
        long processed,
        CatalogSnapshot catalog) {

    /** The facts of an assessed run, as the database holds them. */
    public static RunFacts load(Stores stores, RunRecord run, Optional<RunRecord> previous, CatalogSnapshot catalog) {
        Map<Duty, Difference> changes = new EnumMap<>(Duty.class);
        for (Duty duty : Duty.values()) {
            changes.put(duty, new Difference(0, 0));
        }
        previous.ifPresent(earlier -> changes.putAll(stores.histories().differences(earlier.id(), run.id())));
        return new RunFacts(
                run,
                stores.counts().load(run.id()).whole(),
                previous.map(earlier -> stores.counts().load(earlier.id()).whole()),
                changes,
                stores.summaries().processed(run),
                catalog);
    }
}
