package org.greenaudit.worker;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.decision.Decisions;
import org.greenaudit.job.config.AuditRequest;
import org.greenaudit.job.config.ProgressListener;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.job.config.SettingsDigest;
import org.greenaudit.job.step.AuditComponents;
import org.greenaudit.job.step.AuditStart;
import org.greenaudit.job.step.Progress;
import org.greenaudit.job.step.RunContext;
import org.greenaudit.message.ExplainedException;
import org.greenaudit.message.Text;
import org.greenaudit.source.PurchaseSource;
import org.greenaudit.source.SourcePlan;
import org.greenaudit.store.PartitionState;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.Stores;
import org.jspecify.annotations.Nullable;

/**
 * The runs that a worker takes part in, the latest one kept: its catalogs, decisions, settings and sources, which are to be
 * those that the manager began it with. Safe for several threads.
 */
final class WorkerRuns implements AutoCloseable {

    private static final int SHOWN = 12;

    private final Path job;
    private final Stores stores;
    private final AuditComponents components;
    private final Clock clock;
    private final Map<PurchaseSource, Integer> users = new HashMap<>();
    private @Nullable RunContext latest;

    WorkerRuns(Path job, Stores stores, AuditComponents components, Clock clock) {
        this.job = job;
        this.stores = stores;
        this.components = components;
        this.clock = clock;
    }

    /**
     * What the partitions of a run share, until {@link #leave}.
     *
     * @throws ExplainedException when this worker does not see what the manager saw, in words that name both sides
     */
    synchronized RunContext enter(RunRecord run) {
        RunContext kept = latest;
        if (kept == null || kept.run().id() != run.id()) {
            close();
            kept = context(run);
            latest = kept;
        }
        users.merge(kept.source(), 1, Integer::sum);
        return kept;
    }

    /** A partition of the run is no longer evaluated; the source of one that is not the latest is closed behind the last. */
    synchronized void leave(RunContext context) {
        PurchaseSource source = context.source();
        boolean used = users.computeIfPresent(source, (key, count) -> count == 1 ? null : count - 1) != null;
        boolean kept = latest != null && latest.source().equals(source);
        if (!used && !kept) {
            source.close();
        }
    }

    private RunContext context(RunRecord run) {
        RunSettings settings = settings(run);
        CatalogSnapshot catalog = components.catalog(settings.catalogs(), warning -> {});
        requireSame("worker.refused.catalogs", run, run.catalogFingerprint(), catalog.fingerprint());
        Decisions decisions = new Decisions(stores.decisions().ofJob(run.jobName()), catalog.brands());
        requireSame("worker.refused.decisions", run, run.decisionsFingerprint(), decisions.fingerprint());
        PurchaseSource source = components.source(settings, catalog);
        try {
            SourcePlan plan = source.here(new SourcePlan(
                    stores.plans().files(run.id()),
                    stores.partitions().all(run.id()).stream()
                            .map(PartitionState::partition)
                            .toList(),
                    stores.plans().duplicates(run.id())));
            return new RunContext(
                    new AuditStart(settings, catalog, ProgressListener.NONE, clock.instant()),
                    run,
                    stores.previous(run),
                    source,
                    plan,
                    settings.windowed(catalog, components.evaluator(settings, catalog, decisions)),
                    new Progress(0, plan.rows(), ProgressListener.NONE),
                    // a lease is all that a worker holds
                    () -> true);
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }

    /** The job file's settings for the run's day, with or without all verdicts as the manager was asked. */
    private RunSettings settings(RunRecord run) {
        String begun = stores.runs().settingsDigest(run.id());
        List<RunSettings> own =
                Stream.of(false, true).map(all -> settings(run, all)).toList();
        return own.stream()
                .filter(one -> SettingsDigest.of(one).equals(begun))
                .findFirst()
                .orElseThrow(() -> new ExplainedException(Text.of(
                        "worker.refused.settings",
                        run.runId(),
                        shown(begun),
                        shown(SettingsDigest.of(own.get(0))),
                        SettingsDigest.version())));
    }

    private RunSettings settings(RunRecord run, boolean allVerdicts) {
        return RunSettings.of(
                new AuditRequest(
                        job,
                        Optional.of(run.jobName()),
                        List.of(),
                        Optional.of(run.auditDate()),
                        Optional.of(run.from()),
                        Optional.of(run.to()),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        allVerdicts,
                        false),
                run.auditDate());
    }

    private static void requireSame(String key, RunRecord run, String begun, String own) {
        if (!begun.equals(own)) {
            throw new ExplainedException(Text.of(key, run.runId(), shown(begun), shown(own)));
        }
    }

    private static String shown(String fingerprint) {
        return fingerprint.isEmpty() ? "-" : fingerprint.substring(0, SHOWN);
    }

    /** Lets go of what the latest run keeps on this machine. */
    @Override
    public synchronized void close() {
        RunContext kept = latest;
        latest = null;
        if (kept != null && !users.containsKey(kept.source())) {
            kept.source().close();
        }
    }
}
