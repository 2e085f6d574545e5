package org.greenaudit.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.greenaudit.catalog.CatalogException;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.job.broker.Broker;
import org.greenaudit.job.config.ProgressListener;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.job.step.AuditStart;
import org.greenaudit.job.step.Publication;
import org.greenaudit.message.Text;
import org.greenaudit.metrics.MetricsSettings;
import org.greenaudit.purchase.InputException;
import org.greenaudit.settings.ConfigException;
import org.greenaudit.source.PurchaseSource;
import org.greenaudit.source.SourceException;
import org.greenaudit.store.JobLocks;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.database.ConnectionLoss;
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

    /** A database that keeps going away needs a person. */
    private static final int MOST_OUTAGES = 5;

    private final String database;
    private final RunExecutor executor;
    private final JobLockGuard locks;
    private final RunningAudit running;
    private final DatabaseRecovery recovery;
    private final MetricsSettings metrics;
    private final Publication publication;
    private final Clock clock;

    /** A service on the database of this identity. */
    AuditService(
            String database,
            RunExecutor executor,
            JobLockGuard locks,
            RunningAudit running,
            DatabaseRecovery recovery,
            MetricsSettings metrics,
            Publication publication,
            Clock clock) {
        this.database = database;
        this.executor = executor;
        this.locks = locks;
        this.running = running;
        this.recovery = recovery;
        this.metrics = metrics;
        this.publication = publication;
        this.clock = clock;
    }

    /**
     * Runs an audit to its end. A failure is published as such: one of the run, and catalogs or an input that cannot be
     * used. Not so an audit that never began because another one of the job is running, or that was stopped on request.
     *
     * @param listener is notified of the progress
     * @return how it ended; a failure is part of the answer
     * @throws ConfigException when the folder for reports or the metrics cannot be used; nothing was read or stored
     * @throws org.greenaudit.catalog.CatalogException when the catalogs cannot be used; nothing was read or stored
     * @throws org.greenaudit.purchase.InputException when an input cannot be read at all; nothing was stored
     */
    public AuditResult run(RunSettings settings, ProgressListener listener) {
        settings.requireReportFolder(database);
        // a key that cannot be used is to be told now, and not when everything is judged
        settings.signer();
        settings.job().run().workers().ifPresent(workers -> Broker.connections(workers)
                .close());
        if (!metrics.problems().isEmpty()) {
            throw new ConfigException(metrics.problems());
        }
        Instant begun = clock.instant();
        if (!running.begin(settings.job().name())) {
            return AuditResult.stopped(Optional.empty());
        }
        try {
            AuditStart start = new AuditStart(settings, executor.catalog(settings), listener, begun);
            LocalDate today = LocalDate.now(clock);
            if (settings.auditDate().isAfter(today)) {
                start.note(List.of(Text.of("job.date-to-come", settings.auditDate(), today)));
            }
            AuditResult result = carryOut(start);
            if (result.status() == AuditResult.Status.FAILED && !result.isRefused()) {
                start.note(publishFailure(settings, begun));
            }
            return result.with(start.notices());
        } catch (CatalogException | InputException e) {
            publishFailure(settings, begun);
            throw e;
        } finally {
            running.end(settings.job().name());
        }
    }

    /**
     * Publishes the figures of a completed run once more, unless those of the job belong to a newer one.
     *
     * @param catalog the job's catalogs as they are
     * @return what could not be published, in words for people
     */
    public List<Text> publishAgain(RunRecord run, CatalogSnapshot catalog) {
        return publication.again(run, catalog);
    }

    /** Asks the audit of a job that this process runs to stop at the end of a block; the next start continues it. */
    public void stop(String job) {
        running.stop(job);
    }

    private List<Text> publishFailure(RunSettings settings, Instant begun) {
        return publication.failed(settings, Duration.between(begun, clock.instant()));
    }

    private AuditResult carryOut(AuditStart start) {
        if (running.stopping(start.settings().job().name())) {
            return AuditResult.stopped(Optional.empty());
        }
        try (PurchaseSource source = executor.source(start)) {
            return carryOut(start, source);
        }
    }

    private AuditResult carryOut(AuditStart start, PurchaseSource source) {
        RunExecutor.Attempt attempt = attempt(start, source, Optional.empty());
        Optional<RunRecord> begun = attempt.result().run();
        for (int outages = 1; attempt.transientFailure() && outages <= MOST_OUTAGES; outages++) {
            Optional<Text> trouble = recovery.trouble();
            if (trouble.isPresent()) {
                return AuditResult.failed(attempt.result().run(), trouble.get());
            }
            if (!recovery.over(start.listener())) {
                break;
            }
            attempt.session().ifPresent(locks::end);
            attempt = attempt(start, source, begun);
            // a try that did not come so far does not know the run of the one before
            if (attempt.result().run().isPresent()) {
                begun = attempt.result().run();
            }
        }
        return attempt.result();
    }

    private RunExecutor.Attempt attempt(AuditStart start, PurchaseSource source, Optional<RunRecord> begun) {
        String job = start.settings().job().name();
        Optional<JobLocks.Session> session = Optional.empty();
        try {
            JobLockGuard.Entry entry = locks.enter(job);
            if (entry.lock().isEmpty()) {
                return RunExecutor.Attempt.last(AuditResult.failed(Optional.empty(), entry.refusal()));
            }
            try (JobLocks.Held lock = entry.lock().get()) {
                session = Optional.of(lock.session());
                return executor.carryOut(start, begun, source, lock);
            }
        } catch (SourceException e) {
            LOG.error("the source of job {} cannot be read", job, e);
            return RunExecutor.Attempt.last(AuditResult.failed(Optional.empty(), FailureText.of(e)));
        } catch (DataAccessException | TransactionException e) {
            LOG.error("audit of job {} failed", job, e);
            return new RunExecutor.Attempt(
                    AuditResult.failed(Optional.empty(), FailureText.of(e)), ConnectionLoss.in(e), session);
        }
    }
}
