package org.greenaudit.portal.night;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.greenaudit.job.AuditResult;
import org.greenaudit.job.config.NightSchedule;
import org.greenaudit.store.database.LockHolder;
import org.greenaudit.text.CellText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Runs the nights of jobs when they are due, those of one job one after the other, those of several side by side. Several
 * servers may look after the same jobs: each night is run by one of them, and by another one where that dies.
 */
public final class Nights implements SmartLifecycle, ApplicationListener<ContextClosedEvent> {

    /** How often a server usually looks whether a night is due. */
    public static final Duration GLANCE = Duration.ofSeconds(15);

    /**
     * A job and when it is due.
     *
     * @param name the job
     * @param schedule when
     */
    public record Scheduled(String name, NightSchedule schedule) {}

    /**
     * How it stands with the nights of a job.
     *
     * @param runUpTo when the last night was due that has been run, or when a server first looked after the job; empty before
     * @param due when the night was due that is running or waits to be run, if there is one
     * @param waitingSince when the first night was due that has not been run, if there is one
     * @param next when the next one is due, if ever
     * @param auditing the process that audits the job now, be it a night or not
     */
    public record Standing(
            Optional<Instant> runUpTo,
            Optional<Instant> due,
            Optional<Instant> waitingSince,
            Optional<Instant> next,
            Optional<LockHolder> auditing) {}

    private static final Logger LOG = LoggerFactory.getLogger(Nights.class);
    private static final long PATIENCE_SECONDS = 5;

    private final List<Scheduled> jobs;
    private final NightStore store;
    private final Clock clock;
    private final Duration glance;
    private final NightRunner runner;
    private Optional<ScheduledExecutorService> timer = Optional.empty();
    private volatile boolean ending;

    /**
     * The nights of these jobs, none of which is run before the start.
     *
     * @param audit audits a job (by its name) as of a date, to its end; what it throws is logged and counts as a failure
     * @param clock its zone is that in which the date of an audit is read
     * @param glance how often to look whether a night is due
     */
    public Nights(
            List<Scheduled> jobs,
            NightStore store,
            BiFunction<String, LocalDate, AuditResult> audit,
            Clock clock,
            Duration glance) {
        this.jobs = List.copyOf(jobs);
        this.store = store;
        this.clock = clock;
        this.glance = glance;
        this.runner = new NightRunner(store, audit, clock, () -> ending);
    }

    /**
     * How it stands with the nights of a job.
     *
     * @throws org.springframework.dao.DataAccessException when the database cannot be asked
     */
    public Standing standing(Scheduled job) {
        Instant now = clock.instant();
        Optional<Instant> runUpTo = store.runUpTo(job.name());
        return new Standing(
                runUpTo,
                runUpTo.flatMap(known -> job.schedule().due(known, now)),
                runUpTo.flatMap(known -> job.schedule().next(known)).filter(first -> !first.isAfter(now)),
                job.schedule().next(now),
                store.auditing(job.name()));
    }

    /** The same for a job by its name; empty where it has no schedule. */
    public Optional<Standing> standing(String job) {
        return jobs.stream()
                .filter(scheduled -> scheduled.name().equals(job))
                .findFirst()
                .map(this::standing);
    }

    /** Later than whatever stops audits, so that a night that has just ended can still be noted. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }

    @Override
    public synchronized void start() {
        ending = false;
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(jobs.size(), Nights::thread);
        for (Scheduled job : jobs) {
            ScheduledFuture<?> unused =
                    threads.scheduleWithFixedDelay(new Watch(job), 0, glance.toMillis(), TimeUnit.MILLISECONDS);
        }
        timer = Optional.of(threads);
    }

    /** No night begins once the process is to end. What stops audits, which comes first, stops the one that runs. */
    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        ending = true;
    }

    /** Waits for a night that has just ended, and not for one that goes on. */
    @Override
    public synchronized void stop() {
        ending = true;
        timer.ifPresent(Nights::end);
        timer = Optional.empty();
    }

    @Override
    public synchronized boolean isRunning() {
        return timer.isPresent();
    }

    private static void end(ScheduledExecutorService threads) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a night is still running; the next start looks how it ended");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(null, work, "nights", CellText.STACK_BYTES);
        // a night that does not stop must not keep the process
        thread.setDaemon(true);
        return thread;
    }

    /** Looks after one job. */
    private final class Watch implements Runnable {

        private final Scheduled job;
        private boolean troubled;

        Watch(Scheduled job) {
            this.job = job;
        }

        /** Whatever goes wrong, the next glance comes: a timer drops what throws. */
        @Override
        public void run() {
            try {
                runner.runIfDue(job);
                troubled = false;
            } catch (RuntimeException | Error e) {
                // once, not with every glance of an outage
                if (!troubled) {
                    LOG.error("the nights of job {} cannot be looked after", job.name(), e);
                }
                troubled = true;
            }
        }
    }
}
