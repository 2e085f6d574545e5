package org.greenaudit.job.step;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.message.ExplainedException;
import org.greenaudit.message.Text;
import org.greenaudit.rules.LineEvaluator;
import org.greenaudit.source.PurchaseSource;
import org.greenaudit.source.SourcePlan;
import org.greenaudit.store.RunRecord;
import org.springframework.dao.TransientDataAccessResourceException;

/**
 * What the steps of one start of a run share.
 *
 * @param start the start: its settings and catalogs
 * @param run the run
 * @param previous the completed run of the job before it, if there is one
 * @param source the source
 * @param plan the source's plan; of a continued run, with the partitions it was begun with
 * @param evaluator judges lines, inside the window or not
 * @param progress adds up how far the run is
 * @param lock whether other starts of the job are still kept away
 */
public record RunContext(
        AuditStart start,
        RunRecord run,
        Optional<RunRecord> previous,
        PurchaseSource source,
        SourcePlan plan,
        LineEvaluator evaluator,
        Progress progress,
        BooleanSupplier lock) {

    /** What the start is to carry out. */
    public RunSettings settings() {
        return start.settings();
    }

    /** The catalogs. */
    public CatalogSnapshot catalog() {
        return start.catalog();
    }

    /**
     * Proves that no other start can have taken over.
     *
     * @throws ExplainedException when one can, because the connection that held the job's lock is gone
     */
    public void requireLock() {
        if (!lock.getAsBoolean()) {
            throw new ExplainedException(
                    Text.of("job.failed.lock-lost", run.jobName()),
                    new TransientDataAccessResourceException("lock of job " + run.jobName() + " lost"));
        }
    }
}
