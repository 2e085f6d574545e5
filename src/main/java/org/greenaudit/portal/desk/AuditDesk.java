package org.greenaudit.portal.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.greenaudit.job.AuditResult;
import org.greenaudit.job.AuditService;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.message.ExplainedException;
import org.greenaudit.message.Text;
import org.greenaudit.store.RunRecord;
import org.greenaudit.text.CellText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts and stops audits for the people who may, and tells how far they are. A job has one audit at a time. */
public final class AuditDesk {

    /**
     * An audit of this server that is running.
     *
     * @param job the job
     * @param by who started it; empty for the schedule
     * @param since when it began
     * @param progress how far it is
     */
    public record Running(String job, String by, Instant since, LiveProgress progress) {}

    /**
     * How the last audit of this server ended.
     *
     * @param job the job
     * @param at when
     * @param status how
     * @param said what went wrong, or is worth knowing, in words for people
     */
    public record Ended(String job, Instant at, AuditResult.Status status, List<Text> said) {}

    private static final Logger LOG = LoggerFactory.getLogger(AuditDesk.class);

    private final ServedJobs jobs;
    private final AuditService audits;
    private final JobFindings findings;
    private final Clock clock;
    private final Map<String, Running> running = new ConcurrentHashMap<>();
    private final Map<String, Ended> ended = new ConcurrentHashMap<>();

    public AuditDesk(ServedJobs jobs, AuditService audits, JobFindings findings, Clock clock) {
        this.jobs = jobs;
        this.audits = audits;
        this.findings = findings;
        this.clock = clock;
    }

    /** The audit of a job that is running here. */
    public Optional<Running> running(String job) {
        return Optional.ofNullable(running.get(job));
    }

    /**
     * How a run stands: {@code completed}, {@code abandoned}, {@code started} while it is running here, and {@code unfinished}
     * where the next start continues it.
     */
    public String status(RunRecord run) {
        return run.status() == RunRecord.Status.STARTED
                        && running(run.jobName()).isEmpty()
                ? "unfinished"
                : run.status().name().toLowerCase(Locale.ROOT);
    }

    /** How the last audit of a job that ran here ended. */
    public Optional<Ended> ended(String job) {
        return Optional.ofNullable(ended.get(job));
    }

    /**
     * Starts an audit, which goes on when this returns.
     *
     * @param date the audit date; empty for the job's own, or today
     * @param rerun whether a completed audit is run again although nothing has changed
     * @param by who starts it
     * @return false when one of the job is running here already
     */
    public boolean start(String job, Optional<LocalDate> date, boolean rerun, String by) {
        Running mine = new Running(job, by, clock.instant(), new LiveProgress());
        if (running.putIfAbsent(job, mine) != null) {
            return false;
        }
        new Thread(null, () -> run(mine, () -> jobs.settings(job, date, rerun)), "audit-" + job, CellText.STACK_BYTES)
                .start();
        return true;
    }

    /**
     * Runs the audit of a night to its end, whatever comes of it.
     *
     * @return how it ended; refused when one of the job is running
     */
    public AuditResult night(String job, LocalDate date) {
        Running mine = new Running(job, "", clock.instant(), new LiveProgress());
        Running other = running.putIfAbsent(job, mine);
        return other == null ? run(mine, () -> jobs.night(job, date)) : AuditResult.refused(job, other.since());
    }

    /** Asks the audit of a job to stop at the end of a block. */
    public void stop(String job) {
        audits.stop(job);
    }

    private AuditResult run(Running mine, Supplier<RunSettings> settings) {
        AuditResult result;
        try (LiveProgress progress = mine.progress()) {
            result = audits.run(settings.get(), progress);
            result.catalog().ifPresent(catalog -> jobs.read(mine.job(), catalog));
            if (result.status() == AuditResult.Status.COMPLETED) {
                result.run().ifPresent(findings::prepare);
            }
        } catch (ExplainedException e) {
            LOG.warn("the audit of job {} cannot be run", mine.job(), e);
            result = AuditResult.failed(Optional.empty(), e.text()).with(e.texts());
        } catch (RuntimeException e) {
            LOG.error("the audit of job {} broke off", mine.job(), e);
            result = AuditResult.failed(
                    Optional.empty(),
                    Text.of("portal.audit.broken", e.getClass().getSimpleName()));
        } finally {
            running.remove(mine.job(), mine);
        }
        // of a job file with several faults, the first is the failure and all are told
        List<Text> said = Stream.concat(result.failure().stream(), result.notices().stream())
                .distinct()
                .toList();
        ended.put(mine.job(), new Ended(mine.job(), clock.instant(), result.status(), said));
        return result;
    }
}
