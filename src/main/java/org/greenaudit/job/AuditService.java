package org.greenaudit.job;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.greenaudit.assessment.RunCounts;
import org.greenaudit.catalog.CatalogException;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.message.Text;
import org.greenaudit.metrics.MetricsPublisher;
import org.greenaudit.metrics.MetricsSettings;
import org.greenaudit.source.InputException;
import org.greenaudit.source.SourcePlan;
import org.greenaudit.store.JobLocks;
import org.greenaudit.store.PartitionRow;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Runs audits. A start carries out the run of its identity (job, audit date, window): an unfinished one is continued, a
 * completed one is reported again from the database, unless a rerun is asked for.
 */
public final class AuditService {

    private static final Logger LOG = LoggerFactory.getLogger(AuditService.class);
    private static final String LOCKED = "job.failed.locked";

    private final Stores stores;
    private final AuditParts parts;
    private final RunStarter starter;
    private final JobLaunch launch;
    private final RunningAudit running;
    private final MetricsSettings metrics;
    private final MetricsPublisher publisher;
    private final Clock clock;

    AuditService(
            Stores stores,
            AuditParts parts,
            RunStarter starter,
            JobLaunch launch,
            RunningAudit running,
            MetricsSettings metrics,
            MetricsPublisher publisher,
            Clock clock) {
        this.stores = stores;
        this.parts = parts;
        this.starter = starter;
        this.launch = launch;
        this.running = running;
        this.metrics = metrics;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Runs an audit to its end. A failure is published as such: one of the run, and catalogs or an input that cannot be
     * used. Not so an audit that never began because another one of the job is running, or that was stopped on request.
     *
     * @return how it ended; a failure is part of the answer
     * @throws ConfigException when the job file or the request cannot be used; nothing was read or stored
     * @throws org.greenaudit.catalog.CatalogException when the catalogs cannot be used; nothing was read or stored
     * @throws org.greenaudit.source.InputException when an input cannot be read at all; nothing was stored
     */
    public AuditResult run(AuditRequest request) {
        JobConfig job = JobConfigLoader.load(request.jobFile());
        RunSettings settings = RunSettings.of(job, request, LocalDate.now(clock));
        if (!metrics.problems().isEmpty()) {
            throw new ConfigException(metrics.problems());
        }
        Start start = new Start(clock.instant());
        try {
            AuditResult result = locked(request, settings, start);
            if (result.status() == AuditResult.Status.FAILED && !turnedAway(result)) {
                publishFailure(job, start);
            }
            return result.with(start.notices());
        } catch (CatalogException | InputException e) {
            publishFailure(job, start);
            throw e;
        }
    }

    private void publishFailure(JobConfig job, Start start) {
        start.note(publisher.failed(job.name(), Duration.between(start.begun(), clock.instant())));
    }

    private static boolean turnedAway(AuditResult result) {
        return result.failure().filter(text -> text.key().equals(LOCKED)).isPresent();
    }

    private AuditResult locked(AuditRequest request, RunSettings settings, Start start) {
        JobConfig job = settings.job();
        CatalogSnapshot catalog = parts.catalog(settings.catalogs());
        running.begin();
        try {
            Optional<JobLocks.Held> lock = stores.locks().take(job.name());
            if (lock.isEmpty()) {
                return AuditResult.failed(Optional.empty(), Text.of(LOCKED, job.name()));
            }
            try (JobLocks.Held held = lock.get()) {
                LOG.debug("lock {} of job {}", held, job.name());
                return audit(request, settings, catalog, start);
            }
        } catch (DataAccessException e) {
            LOG.error("audit of job {} failed", job.name(), e);
            return AuditResult.failed(Optional.empty(), FailureText.of(e));
        } finally {
            running.end();
        }
    }

    private AuditResult audit(AuditRequest request, RunSettings settings, CatalogSnapshot catalog, Start start) {
        Optional<RunRecord> completed = starter.completed(settings);
        if (completed.isPresent() && !request.rerun()) {
            return result(AuditResult.Status.ALREADY_COMPLETED, completed.get(), settings);
        }
        PurchaseSource source = parts.source(settings, catalog);
        SourcePlan plan = source.plan();
        RunRecord run = starter.start(settings, catalog, plan);
        RunContext context = context(request, settings, catalog, source, plan, run, start);
        JobLaunch.End end = launch.run(context);
        return switch (end.status()) {
            case COMPLETED -> result(AuditResult.Status.COMPLETED, stores.runs().get(run.id()), settings);
            case STOPPED -> AuditResult.stopped(run);
            case FAILED -> AuditResult.failed(Optional.of(run), end.failure());
        };
    }

    private RunContext context(
            AuditRequest request,
            RunSettings settings,
            CatalogSnapshot catalog,
            PurchaseSource source,
            SourcePlan plan,
            RunRecord run,
            Start start) {
        List<PartitionRow> partitions = stores.partitions().all(run.id());
        long done = partitions.stream().mapToLong(PartitionRow::rows).sum();
        long total =
                plan.files().stream().mapToLong(SourcePlan.SourceFile::rows).sum();
        return new RunContext(
                settings,
                run,
                stores.runs().previous(run),
                catalog,
                source,
                partitions.isEmpty() ? plan : Plans.continued(stores, run.id(), plan),
                new WindowEvaluator(
                        settings.from(), settings.to(), catalog.listIds(), parts.evaluator(settings, catalog)),
                new Progress(done, total, request.progress()),
                start);
    }

    private AuditResult result(AuditResult.Status status, RunRecord run, RunSettings settings) {
        RunCounts counts = stores.counts().load(run.id());
        return new AuditResult(
                status,
                Optional.of(run),
                counts,
                settings.reportDir(run.runNo()),
                StoredRunData.changes(stores, run.id()),
                stores.assessments().units(run.id()),
                Optional.empty(),
                List.of());
    }
}
