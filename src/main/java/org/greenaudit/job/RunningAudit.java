package org.greenaudit.job;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobExecutionNotRunningException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.SmartLifecycle;

/**
 * The audits this process is running. When the process is to end (Ctrl-C, SIGTERM), the application context stops
 * this first: the jobs are asked to stop, which they do at the end of a block, and the database stays open until they
 * have.
 */
final class RunningAudit implements SmartLifecycle, JobExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(RunningAudit.class);
    private static final long PATIENCE_SECONDS = 60;

    private final JobOperator operator;
    private final JobRepository repository;
    private final Set<Long> executions = new TreeSet<>();
    private int active;
    private boolean open;
    private boolean stopping;

    RunningAudit(JobOperator operator, JobRepository repository) {
        this.operator = operator;
        this.repository = repository;
    }

    /** An audit begins, and {@link #end} must follow; false when it may not, because this process is to end. */
    synchronized boolean begin() {
        if (stopping) {
            return false;
        }
        active++;
        return true;
    }

    /** Whether this process is to end. */
    synchronized boolean stopping() {
        return stopping;
    }

    /** An audit has ended and needs the database no more. */
    synchronized void end() {
        active--;
        notifyAll();
    }

    /** Waits a little; false as soon as this process is to end. */
    synchronized boolean pause(long millis) {
        try {
            waitWhile(() -> !stopping, millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return !stopping;
    }

    @Override
    public synchronized void beforeJob(JobExecution execution) {
        executions.add(execution.getId());
        if (stopping) {
            execution.setStatus(BatchStatus.STOPPING);
        }
    }

    @Override
    public synchronized void afterJob(JobExecution execution) {
        executions.remove(execution.getId());
    }

    @Override
    public synchronized void start() {
        open = true;
        stopping = false;
    }

    @Override
    public synchronized void stop() {
        open = false;
        stopping = true;
        notifyAll();
        executions.forEach(this::askToStop);
        try {
            waitWhile(() -> active > 0, TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (active > 0) {
            LOG.warn("an audit did not stop within {} s; the next start continues it", PATIENCE_SECONDS);
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return open;
    }

    /** Waits as long as that holds, and no longer than so long. */
    private synchronized void waitWhile(BooleanSupplier holds, long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        long left = millis;
        while (holds.getAsBoolean() && left > 0) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        }
    }

    private void askToStop(long id) {
        try {
            operator.stop(Objects.requireNonNull(repository.getJobExecution(id)));
        } catch (JobExecutionNotRunningException e) {
            LOG.debug("the audit had just ended", e);
        } catch (RuntimeException e) {
            // ending the process goes on: the next start recovers the run
            LOG.warn("the audit could not be asked to stop", e);
        }
    }
}
