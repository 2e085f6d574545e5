package org.greenaudit.job;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.greenaudit.assessment.RunCounts;
import org.greenaudit.catalog.CatalogException;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.message.Text;
import org.greenaudit.metrics.MetricsPublisher;
import org.greenaudit.metrics.MetricsSettings;
import org.greenaudit.source.InputException;
import org.greenaudit.source.SourceException;
import org.greenaudit.source.SourcePlan;
import org.greenaudit.store.ConnectionLoss;
import org.greenaudit.store.JobLocks;
import org.greenaudit.store.LockHolder;
import org.greenaudit.store.PartitionRow;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Runs audits. A start carries out the run of its identity (job, audit date, window): an unfinished one is continued, a
 * completed one is reported again from the database, unless a rerun is asked for. When the database goes away and comes
 * back in time, the run is continued as the next start would continue it.
 */
public final class AuditService {

    private static final Logger LOG = LoggerFactory.getLogger(AuditService.class);
    private static final String LOCKED = "job.failed.locked";

    /** A database that keeps going away needs a person. */
    private static final int MOST_OUTAGES = 5;

    private static final int GLANCES = 100;
    private static final long GLANCE_MILLIS = 50;

    private static final DateTimeFormatter SINCE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    /**
     * One try.
     *
     * @param transientFailure whether another one may succeed
     * @param session the database session that held the lock, if there was one
     */
    private record Attempt(AuditResult result, boolean transientFailure, Optional<Long> session) {

        static Attempt last(AuditResult result) {
            return new Attempt(result, false, Optional.empty());
        }
    }

    private final Stores stores;
    private final AuditParts parts;
    private final RunStarter starter;
    private final JobLaunch launch;
    private final RunningAudit running;
    private final Outage outage;
    private final MetricsSettings metrics;
    private final MetricsPublisher publisher;
    private final Clock clock;

    AuditService(
            Stores stores,
            AuditParts parts,
            RunStarter starter,
            JobLaunch launch,
            RunningAudit running,
            Outage outage,
            MetricsSettings metrics,
            MetricsPublisher publisher,
            Clock clock) {
        this.stores = stores;
        this.parts = parts;
        this.starter = starter;
        this.launch = launch;
        this.running = running;
        this.outage = outage;
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
        settings.requireReportFolder(request);
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
            Attempt attempt = attempt(request, settings, catalog, start, Optional.empty());
            for (int outages = 1;
                    attempt.transientFailure() && outages <= MOST_OUTAGES && outage.over(request.progress());
                    outages++) {
                attempt.session().ifPresent(stores.locks()::end);
                attempt = attempt(
                        request, settings, catalog, start, attempt.result().run());
            }
            return attempt.result();
        } finally {
            running.end();
        }
    }

    private Attempt attempt(
            AuditRequest request,
            RunSettings settings,
            CatalogSnapshot catalog,
            Start start,
            Optional<RunRecord> begun) {
        Optional<Long> session = Optional.empty();
        try {
            String job = settings.job().name();
            Optional<JobLocks.Held> lock = stores.locks().take(job, LockHolder.here(clock.instant()));
            Optional<LockHolder> holder = Optional.empty();
            // whoever has just taken it has not said yet who it is, and whoever has just ended leaves it to us
            for (int glances = 0; lock.isEmpty() && holder.isEmpty() && glances < GLANCES; glances++) {
                holder = stores.locks().holder(job);
                if (holder.isEmpty() && running.pause(GLANCE_MILLIS)) {
                    lock = stores.locks().take(job, LockHolder.here(clock.instant()));
                }
            }
            if (lock.isEmpty()) {
                return Attempt.last(AuditResult.failed(Optional.empty(), lockedBy(job, holder)));
            }
            try (JobLocks.Held held = lock.get()) {
                session = Optional.of(held.session());
                return audit(request, settings, catalog, start, begun, held);
            }
        } catch (SourceException e) {
            LOG.error("the source of job {} cannot be read", settings.job().name(), e);
            return Attempt.last(AuditResult.failed(Optional.empty(), FailureText.of(e)));
        } catch (DataAccessException | TransactionException e) {
            LOG.error("audit of job {} failed", settings.job().name(), e);
            return new Attempt(AuditResult.failed(Optional.empty(), FailureText.of(e)), ConnectionLoss.in(e), session);
        }
    }

    private Text lockedBy(String job, Optional<LockHolder> told) {
        LockHolder holder = told.orElse(new LockHolder("?", 0, clock.instant()));
        String since = SINCE.format(holder.since().atZone(AuditConfiguration.ZONE));
        return Text.of(LOCKED, job, holder.host(), holder.process(), since);
    }

    private Attempt audit(
            AuditRequest request,
            RunSettings settings,
            CatalogSnapshot catalog,
            Start start,
            Optional<RunRecord> begun,
            JobLocks.Held lock) {
        Optional<RunRecord> completed = starter.completed(settings);
        if (completed.isPresent() && begun.map(RunRecord::id).equals(completed.map(RunRecord::id))) {
            // its end was stored, and only the answer was lost
            return Attempt.last(result(AuditResult.Status.COMPLETED, completed.get(), settings, catalog));
        }
        if (completed.isPresent() && !request.rerun()) {
            return Attempt.last(result(AuditResult.Status.ALREADY_COMPLETED, completed.get(), settings, catalog));
        }
        PurchaseSource source = parts.source(settings, catalog);
        SourcePlan plan = source.plan();
        RunRecord run = starter.start(settings, catalog, plan);
        RunContext context = context(request, settings, catalog, source, plan, run, start, lock);
        JobLaunch.End end = launch.run(context);
        AuditResult result =
                switch (end.status()) {
                    case COMPLETED ->
                        result(AuditResult.Status.COMPLETED, stores.runs().get(run.id()), settings, catalog);
                    case STOPPED -> AuditResult.stopped(run);
                    case FAILED -> AuditResult.failed(Optional.of(run), end.failure());
                };
        return new Attempt(result, end.transientFailure(), Optional.of(lock.session()));
    }

    private RunContext context(
            AuditRequest request,
            RunSettings settings,
            CatalogSnapshot catalog,
            PurchaseSource source,
            SourcePlan plan,
            RunRecord run,
            Start start,
            JobLocks.Held lock) {
        List<PartitionRow> partitions = stores.partitions().all(run.id());
        long done = partitions.stream().mapToLong(PartitionRow::rows).sum();
        long total =
                plan.files().stream().mapToLong(SourcePlan.SourceFile::rows).sum();
        return new RunContext(
                settings,
                run,
                // a run whose verdicts are gone cannot be compared with
                stores.runs().previous(run).filter(r -> stores.retention().hasDetails(r.id())),
                catalog,
                source,
                partitions.isEmpty() ? plan : Plans.continued(stores, run.id(), plan),
                new WindowEvaluator(
                        settings.from(), settings.to(), catalog.listIds(), parts.evaluator(settings, catalog)),
                new Progress(done, total, request.progress()),
                start,
                lock);
    }

    private AuditResult result(
            AuditResult.Status status, RunRecord run, RunSettings settings, CatalogSnapshot catalog) {
        RunCounts counts = stores.counts().load(run.id());
        return new AuditResult(
                status,
                Optional.of(run),
                counts,
                settings.reportDir(run.runNo()),
                StoredRunData.changes(stores, run.id()),
                stores.assessments().units(run.id()),
                Optional.of(catalog),
                Optional.empty(),
                List.of());
    }
}
