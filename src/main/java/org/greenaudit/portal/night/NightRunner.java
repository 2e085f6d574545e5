package org.greenaudit.portal.night;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.greenaudit.job.AuditResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the night of a job that is due, unless another server does. */
final class NightRunner {

    private static final Logger LOG = LoggerFactory.getLogger(NightRunner.class);

    private final NightStore store;
    private final BiFunction<String, LocalDate, AuditResult> audit;
    private final Clock clock;
    private final BooleanSupplier ending;

    /**
     * What is needed for a night.
     *
     * @param audit audits a job as of a date
     * @param clock its zone is that in which the date of an audit is read
     * @param ending whether this process is to end
     */
    NightRunner(
            NightStore store, BiFunction<String, LocalDate, AuditResult> audit, Clock clock, BooleanSupplier ending) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.ending = ending;
    }

    /**
     * Runs the night of a job that is due, if there is one and nobody audits the job.
     *
     * @throws org.springframework.dao.DataAccessException when the database cannot be asked, or the night not be noted
     */
    void runIfDue(Nights.Scheduled job) {
        Instant now = clock.instant();
        if (ending.getAsBoolean()
                || due(job, store.runUpTo(job.name(), now), now).isEmpty()) {
            return;
        }
        Optional<NightStore.Claim> claimed = store.claim(job.name());
        if (claimed.isEmpty()) {
            return;
        }
        try (NightStore.Claim claim = claimed.get()) {
            // another server may have run it meanwhile
            Optional<Instant> night = due(job, claim.runUpTo(), now);
            if (night.isPresent() && store.auditing(job.name()).isEmpty() && run(job.name(), night.get())) {
                claim.run(night.get());
            }
        }
    }

    private static Optional<Instant> due(Nights.Scheduled job, Instant runUpTo, Instant now) {
        return job.schedule().due(runUpTo, now);
    }

    /** Runs a night to its end; false when it is left for later. */
    private boolean run(String job, Instant due) {
        LocalDate date = LocalDate.ofInstant(due, clock.getZone());
        LOG.info("the night of job {} due at {} begins, as of {}", job, due, date);
        try {
            AuditResult result = audit.apply(job, date);
            LOG.info("the night of job {} due at {} ended: {}", job, due, result.status());
            return isOver(result);
        } catch (RuntimeException | Error e) {
            // an operator must act; begun again with every glance it would only fill the log
            LOG.error("the night of job {} due at {} failed", job, due, e);
            return true;
        }
    }

    /**
     * Not over is a night that stopped because this process ends, or that never began because somebody audits the job. One that
     * a person stopped is.
     */
    private boolean isOver(AuditResult result) {
        boolean stopped = result.status() == AuditResult.Status.STOPPED && ending.getAsBoolean();
        return !stopped && !result.isRefused();
    }
}
