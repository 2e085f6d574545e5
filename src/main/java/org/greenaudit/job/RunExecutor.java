package org.greenaudit.job;

import java.util.List;
import java.util.Optional;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.table.TableReader;
import org.greenaudit.decision.Decisions;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.job.step.AuditComponents;
import org.greenaudit.job.step.AuditStart;
import org.greenaudit.job.step.Progress;
import org.greenaudit.job.step.Publication;
import org.greenaudit.job.step.RunContext;
import org.greenaudit.message.Messages;
import org.greenaudit.message.Text;
import org.greenaudit.source.PurchaseSource;
import org.greenaudit.source.SourceContent;
import org.greenaudit.source.SourcePlan;
import org.greenaudit.store.JobLocks;
import org.greenaudit.store.PartitionState;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out the run of a start: the completed one is published again, the unfinished one continued, or a new one begun. */
final class RunExecutor {

    /**
     * How one try to carry out an order ended.
     *
     * @param result what came of it
     * @param transientFailure whether another try may succeed
     * @param session the database session that held the job's lock, if there was one
     */
    record Attempt(AuditResult result, boolean transientFailure, Optional<JobLocks.Session> session) {

        /** One that no other is to follow. */
        static Attempt last(AuditResult result) {
            return new Attempt(result, false, Optional.empty());
        }
    }

    private final Stores stores;
    private static final Logger LOG = LoggerFactory.getLogger(RunExecutor.class);

    private final AuditComponents components;
    private final RunStarter starter;
    private final JobLaunch launch;
    private final Publication publication;

    RunExecutor(
            Stores stores, AuditComponents components, RunStarter starter, JobLaunch launch, Publication publication) {
        this.stores = stores;
        this.components = components;
        this.starter = starter;
        this.launch = launch;
        this.publication = publication;
    }

    /** The catalogs, read and checked; a table of the program's own that stands in for a missing one is logged. */
    CatalogSnapshot catalog(RunSettings settings) {
        Messages messages = Messages.in(settings.locale());
        return components.catalog(settings.catalogs(), warning -> {
            if (warning.text().key().equals(TableReader.BUILT_IN)) {
                LOG.info("{}: {}", warning.file(), messages.render(warning.text()));
            }
        });
    }

    /** The source of a start, for all its tries: what it has learned of a server or a workbook need not be learned again. */
    PurchaseSource source(AuditStart start) {
        return components.source(start.settings(), start.catalog());
    }

    /**
     * One try.
     *
     * @param begun the run that an earlier try of this start was carrying out
     * @param source the start's source
     * @param lock the job's lock, held by the caller
     */
    Attempt carryOut(AuditStart start, Optional<RunRecord> begun, PurchaseSource source, JobLocks.Held lock) {
        RunSettings settings = start.settings();
        Optional<RunRecord> completed = starter.completed(settings);
        if (completed.isPresent() && begun.map(RunRecord::id).equals(completed.map(RunRecord::id))) {
            // its end was stored, and only the answer was lost
            return Attempt.last(result(AuditResult.Status.COMPLETED, completed.get(), start));
        }
        Decisions decisions = new Decisions(
                stores.decisions().ofJob(settings.job().name()), start.catalog().brands());
        if (completed.isPresent() && !settings.request().rerun()) {
            List<Text> changes = starter.changes(completed.get(), settings, start.catalog(), decisions, source);
            if (changes.isEmpty()) {
                start.note(publication.again(completed.get(), start.catalog()));
                return Attempt.last(result(AuditResult.Status.ALREADY_COMPLETED, completed.get(), start));
            }
            start.note(changes);
        }
        SourcePlan plan = source.plan();
        RunRecord run = starter.start(settings, start.catalog(), decisions, plan);
        RunContext context = context(start, decisions, source, plan, run, lock);
        context.previous().ifPresent(previous -> start.note(comparedWithOtherFiles(previous, plan)));
        JobLaunch.End end = launch.run(context);
        AuditResult result =
                switch (end.status()) {
                    case STOPPED -> AuditResult.stopped(Optional.of(run));
                    case FAILED -> AuditResult.failed(Optional.of(run), end.failure());
                    default -> result(end.status(), stores.runs().get(run.id()), start);
                };
        return new Attempt(result, end.transientFailure(), Optional.of(lock.session()));
    }

    /** A notice where the earlier run read none of these files, so that its findings are gone for that reason alone. */
    private List<Text> comparedWithOtherFiles(RunRecord previous, SourcePlan plan) {
        List<String> now = names(plan.contents());
        List<String> before = names(stores.plans().sources(previous.id()));
        return before.isEmpty() || before.stream().anyMatch(now::contains)
                ? List.of()
                : List.of(Text.of("job.compared-with-other-files", previous.runId(), String.join(", ", before)));
    }

    private static List<String> names(List<SourceContent> contents) {
        return contents.stream().map(SourceContent::name).toList();
    }

    private RunContext context(
            AuditStart start,
            Decisions decisions,
            PurchaseSource source,
            SourcePlan plan,
            RunRecord run,
            JobLocks.Held lock) {
        RunSettings settings = start.settings();
        CatalogSnapshot catalog = start.catalog();
        List<PartitionState> partitions = stores.partitions().all(run.id());
        long done = partitions.stream()
                .filter(partition -> partition.status() == PartitionState.Status.DONE)
                .mapToLong(PartitionState::rows)
                .sum();
        return new RunContext(
                start,
                run,
                publication.previous(run),
                source,
                partitions.isEmpty() ? plan : begun(run, plan, partitions),
                settings.windowed(catalog, components.evaluator(settings, catalog, decisions)),
                new Progress(done, plan.rows(), start.listener()),
                lock::lives);
    }

    /** A new plan of unchanged sources, with the partitions and duplicates that the run was begun with. */
    private SourcePlan begun(RunRecord run, SourcePlan plan, List<PartitionState> partitions) {
        return new SourcePlan(
                plan.files(),
                partitions.stream().map(PartitionState::partition).toList(),
                stores.plans().duplicates(run.id()));
    }

    private AuditResult result(AuditResult.Status status, RunRecord run, AuditStart start) {
        return new AuditResult(
                status,
                Optional.of(run),
                stores.counts().load(run.id()).whole(),
                start.settings().reportDir(run.runNo()),
                stores.summaries().changes(run.id()),
                Optional.of(start.catalog()),
                stores.notes().of(run.id()),
                Optional.empty(),
                List.of());
    }
}
