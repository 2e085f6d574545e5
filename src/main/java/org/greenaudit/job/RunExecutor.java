package org.greenaudit.job;

import java.util.List;
import java.util.Optional;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.job.step.AuditComponents;
import org.greenaudit.job.step.Progress;
import org.greenaudit.job.step.Publication;
import org.greenaudit.job.step.RunContext;
import org.greenaudit.job.step.StoredRunData;
import org.greenaudit.rules.WindowEvaluator;
import org.greenaudit.source.PurchaseSource;
import org.greenaudit.source.SourcePlan;
import org.greenaudit.store.JobLocks;
import org.greenaudit.store.PartitionState;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.Stores;

/** Carries out the run of an order: the completed one is told and published again, the unfinished one continued, or a new one begun. */
final class RunExecutor {

    private final Stores stores;
    private final AuditComponents parts;
    private final RunStarter starter;
    private final JobLaunch launch;
    private final Publication publication;

    RunExecutor(Stores stores, AuditComponents parts, RunStarter starter, JobLaunch launch, Publication publication) {
        this.stores = stores;
        this.parts = parts;
        this.starter = starter;
        this.launch = launch;
        this.publication = publication;
    }

    /** The order's catalogs, read and checked. */
    CatalogSnapshot catalog(RunSettings settings) {
        return parts.catalog(settings.catalogs());
    }

    /**
     * One try.
     *
     * @param begun the run that an earlier try of this start was carrying out
     * @param lock the job's lock, held by the caller
     */
    AuditAttempt carryOut(AuditOrder order, Optional<RunRecord> begun, JobLocks.Held lock) {
        RunSettings settings = order.settings();
        Optional<RunRecord> completed = starter.completed(settings);
        if (completed.isPresent() && begun.map(RunRecord::id).equals(completed.map(RunRecord::id))) {
            // its end was stored, and only the answer was lost
            return AuditAttempt.last(result(AuditResult.Status.COMPLETED, completed.get(), order));
        }
        if (completed.isPresent() && !order.request().rerun()) {
            order.start().note(publication.again(completed.get(), order.catalog()));
            return AuditAttempt.last(result(AuditResult.Status.ALREADY_COMPLETED, completed.get(), order));
        }
        PurchaseSource source = parts.source(settings, order.catalog());
        SourcePlan plan = source.plan();
        RunRecord run = starter.start(settings, order.catalog(), plan);
        JobLaunch.End end = launch.run(context(order, source, plan, run, lock));
        AuditResult result =
                switch (end.status()) {
                    case COMPLETED ->
                        result(AuditResult.Status.COMPLETED, stores.runs().get(run.id()), order);
                    case STOPPED -> AuditResult.stopped(Optional.of(run));
                    case FAILED -> AuditResult.failed(Optional.of(run), end.failure());
                };
        return new AuditAttempt(result, end.transientFailure(), Optional.of(lock.session()));
    }

    private RunContext context(
            AuditOrder order, PurchaseSource source, SourcePlan plan, RunRecord run, JobLocks.Held lock) {
        RunSettings settings = order.settings();
        CatalogSnapshot catalog = order.catalog();
        List<PartitionState> partitions = stores.partitions().all(run.id());
        long done = partitions.stream().mapToLong(PartitionState::rows).sum();
        return new RunContext(
                settings,
                run,
                publication.previous(run),
                catalog,
                source,
                partitions.isEmpty() ? plan : begun(run, plan, partitions),
                new WindowEvaluator(
                        settings.from(), settings.to(), catalog.listIds(), parts.evaluator(settings, catalog)),
                new Progress(done, plan.rows(), order.request().progress()),
                order.start(),
                lock);
    }

    /** A new plan of unchanged sources, with the partitions and duplicates that the run was begun with. */
    private SourcePlan begun(RunRecord run, SourcePlan plan, List<PartitionState> partitions) {
        return new SourcePlan(
                plan.files(),
                partitions.stream().map(PartitionState::partition).toList(),
                stores.plans().duplicates(run.id()));
    }

    private AuditResult result(AuditResult.Status status, RunRecord run, AuditOrder order) {
        return new AuditResult(
                status,
                Optional.of(run),
                stores.counts().load(run.id()),
                order.settings().reportDir(run.runNo()),
                StoredRunData.changes(stores, run.id()),
                stores.assessments().units(run.id()),
                Optional.of(order.catalog()),
                Optional.empty(),
                List.of());
    }
}
