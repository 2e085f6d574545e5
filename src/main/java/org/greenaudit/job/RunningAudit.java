package org.greenaudit.job;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
 * The audit this process is running, if any. When the process is told to end (Ctrl-C, SIGTERM), the application context
 * stops this first: the job is asked to stop, which it does at the end of a block, and the database stays open until
 * it has.
 */
final class RunningAudit implements SmartLifecycle, JobExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(RunningAudit.class);
    private static final long PATIENCE_SECONDS = 60;

    private final JobOperator operator;
    private final JobRepository repository;
    private boolean open;
    private boolean stopping;
    private CountDownLatch ended = new CountDownLatch(0);
    private long executionId = -1;

    RunningAudit(JobOperator operator, JobRepository repository) {
        this.operator = operator;
        this.repository = repository;
    }

    /** An audit begins; {@link #end} must follow. */
    synchronized void begin() {
        ended = new CountDownLatch(1);
    }

    /** The audit has ended and needs the database no more. */
    synchronized void end() {
        executionId = -1;
        ended.countDown();
    }

    @Override
    public synchronized void beforeJob(JobExecution execution) {
        executionId = execution.getId();
        if (stopping) {
            execution.setStatus(BatchStatus.STOPPING);
        }
    }

    @Override
    public synchronized void start() {
        open = true;
    }

    @Override
    public void stop() {
        CountDownLatch waitFor;
        synchronized (this) {
            open = false;
            stopping = true;
            waitFor = ended;
            if (executionId >= 0) {
                askToStop(executionId);
            }
        }
        try {
            if (!waitFor.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the audit did not stop within {} s; the next start continues it", PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return open;
    }

    private void askToStop(long id) {
        try {
            operator.stop(repository.getJobExecution(id));
        } catch (JobExecutionNotRunningException e) {
            LOG.debug("the audit had just ended", e);
        } catch (RuntimeException e) {
            // ending the process goes on: the next start recovers the run
            LOG.warn("the audit could not be asked to stop", e);
        }
    }
}
