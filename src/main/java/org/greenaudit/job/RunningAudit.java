package org.greenaudit.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
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
 * have. A person may ask one job alone to stop.
 */
final class RunningAudit implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RunningAudit.class);
    private static final long PATIENCE_SECONDS = 60;

    private final JobOperator operator;
    private final JobRepository repository;
    /** The executions of Spring Batch, and their jobs. */
    private final Map<Long, String> executions = new TreeMap<>();

    /** Jobs that were asked to stop, until their audit has ended. */
    private final Set<String> asked = new TreeSet<>();

    /** The jobs whose audits have begun and not ended. */
    private final List<String> active = new ArrayList<>();

    private boolean open;
    private boolean stopping;

    RunningAudit(JobOperator operator, JobRepository repository) {
        this.operator = operator;
        this.repository = repository;
    }

    /** A job's audit begins, and {@link #end} must follow; false when it may not, because this process is to end. */
    synchronized boolean begin(String job) {
        if (stopping) {
            return false;
        }
        active.add(job);
        return true;
    }

    /** Whether a job's audit is not to go on: it was asked to stop, or this process is to end. */
    synchronized boolean stopping(String job) {
        return stopping || asked.contains(job);
    }

    /** A job's audit has ended and needs the database no more. */
    synchronized void end(String job) {
        active.remove(job);
        asked.remove(job);
        notifyAll();
    }

    /** Asks the audit of a job to stop, as the end of the process would. */
    synchronized void stop(String job) {
        if (active.contains(job)) {
            asked.add(job);
        }
        executions.forEach((id, of) -> {
            if (of.equals(job)) {
                askToStop(id);
            }
        });
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

    /** Notices when the execution of a job's audit begins and ends. */
    JobExecutionListener listener(String job) {
        return new JobExecutionListener() {
            @Override
            public void beforeJob(JobExecution execution) {
                begun(execution, job);
            }

            @Override
            public void afterJob(JobExecution execution) {
                ended(execution);
            }
        };
    }

    private synchronized void begun(JobExecution execution, String job) {
        executions.put(execution.getId(), job);
        if (stopping(job)) {
            execution.setStatus(BatchStatus.STOPPING);
        }
    }

    private synchronized void ended(JobExecution execution) {
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
        executions.keySet().forEach(this::askToStop);
        try {
            waitWhile(() -> !active.isEmpty(), TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!active.isEmpty()) {
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
