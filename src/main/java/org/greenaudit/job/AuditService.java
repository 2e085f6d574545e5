package org.greenaudit.job;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.greenaudit.catalog.CatalogException;
import org.greenaudit.job.config.AuditRequest;
import org.greenaudit.job.config.ConfigException;
import org.greenaudit.job.config.JobConfig;
import org.greenaudit.job.config.JobConfigLoader;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.job.step.AuditStart;
import org.greenaudit.job.step.Publication;
import org.greenaudit.message.Text;
import org.greenaudit.metrics.MetricsSettings;
import org.greenaudit.source.InputException;
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

    private final RunExecutor carrier;
    private final JobLockGuard turnstile;
    private final RunningAudit running;
    private final DatabaseRecovery outage;
    private final MetricsSettings metrics;
    private final Publication publication;
    private final Clock clock;

    AuditService(
            RunExecutor carrier,
            JobLockGuard turnstile,
            RunningAudit running,
            DatabaseRecovery outage,
            MetricsSettings metrics,
            Publication publication,
            Clock clock) {
        this.carrier = carrier;
        this.turnstile = turnstile;
        this.running = running;
        this.outage = outage;
        this.metrics = metrics;
        this.publication = publication;
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
        AuditStart start = new AuditStart(clock.instant());
        LocalDate today = LocalDate.now(clock);
        if (settings.auditDate().isAfter(today)) {
            start.note(List.of(Text.of("job.date-to-come", settings.auditDate(), today)));
        }
        if (!running.begin()) {
            return AuditResult.stopped(Optional.empty());
        }
        try {
            AuditResult result = carryOut(new AuditOrder(request, settings, carrier.catalog(settings), start));
            if (result.status() == AuditResult.Status.FAILED && !JobLockGuard.refused(result)) {
                publishFailure(settings, start);
            }
            return result.with(start.notices());
        } catch (CatalogException | InputException e) {
            publishFailure(settings, start);
            throw e;
        } finally {
            running.end();
        }
    }

    private void publishFailure(RunSettings settings, AuditStart start) {
        start.note(publication.failed(settings, Duration.between(start.begun(), clock.instant())));
    }

    private AuditResult carryOut(AuditOrder order) {
        if (running.stopping()) {
            return AuditResult.stopped(Optional.empty());
        }
        AuditAttempt attempt = attempt(order, Optional.empty());
        for (int outages = 1;
                attempt.transientFailure()
                        && outages <= MOST_OUTAGES
                        && outage.over(order.request().progress());
                outages++) {
            attempt.session().ifPresent(turnstile::end);
            attempt = attempt(order, attempt.result().run());
        }
        return attempt.result();
    }

    private AuditAttempt attempt(AuditOrder order, Optional<RunRecord> begun) {
        Optional<Long> session = Optional.empty();
        try {
            JobLockGuard.Entry entry = turnstile.enter(order.jobName());
            if (entry.lock().isEmpty()) {
                return AuditAttempt.last(AuditResult.failed(Optional.empty(), entry.refusal()));
            }
            try (JobLocks.Held lock = entry.lock().get()) {
                session = Optional.of(lock.session());
                return carrier.carryOut(order, begun, lock);
            }
        } catch (SourceException e) {
            LOG.error("the source of job {} cannot be read", order.jobName(), e);
            return AuditAttempt.last(AuditResult.failed(Optional.empty(), FailureText.of(e)));
        } catch (DataAccessException | TransactionException e) {
            LOG.error("audit of job {} failed", order.jobName(), e);
            return new AuditAttempt(
                    AuditResult.failed(Optional.empty(), FailureText.of(e)), ConnectionLoss.in(e), session);
        }
    }
}
