package org.greenaudit.job;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.greenaudit.job.broker.RemoteHandOut;
import org.greenaudit.job.config.RemoteWorkers;
import org.greenaudit.job.step.HandOut;
import org.greenaudit.job.step.NightlyJob;
import org.greenaudit.job.step.RunContext;
import org.greenaudit.message.ExplainedException;
import org.greenaudit.message.Text;
import org.greenaudit.metrics.MetricsPublisher;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.Stores;
import org.greenaudit.store.database.ConnectionLoss;
import org.greenaudit.text.CellText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.launch.JobExecutionAlreadyRunningException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.launch.JobRestartException;
import org.springframework.batch.core.partition.support.TaskExecutorPartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.TransactionException;

/** Carries out a run by Spring Batch, in this thread and the workers it starts, and tells how it ended. */
final class JobLaunch {

    /**
     * How a job ended.
     *
     * @param failure in words for people; none unless it failed
     * @param transientFailure whether the same work may succeed when it is tried again
     */
    record End(AuditResult.Status status, Text failure, boolean transientFailure) {

        static End of(AuditResult.Status status) {
            return new End(status, Text.NONE, false);
        }
    }

    /** The manager's, the lock's and a metadata id's connection, and one to spare. */
    private static final int MORE_CONNECTIONS = 4;

    /** Longer than a connection waits for its server. */
    private static final int WORKERS_END_SECONDS = 900;

    /** More workers than begin a partition in one moment. */
    private static final int MOST_LATE_WORKERS = 100;

    private static final Logger LOG = LoggerFactory.getLogger(JobLaunch.class);

    private final Stores stores;
    private final NightlyJob jobs;
    private final JobRepository repository;
    private final JobOperator operator;
    private final RunningAudit running;
    private final ConnectionPool pool;
    private final MetricsPublisher publisher;
    private final Clock clock;

    JobLaunch(
            Stores stores,
            NightlyJob jobs,
            JobRepository repository,
            JobOperator operator,
            RunningAudit running,
            ConnectionPool pool,
            MetricsPublisher publisher,
            Clock clock) {
        this.stores = stores;
        this.jobs = jobs;
        this.repository = repository;
        this.operator = operator;
        this.running = running;
        this.pool = pool;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Runs the job to its end. */
    End run(RunContext context) {
        int threads = context.settings().threads();
        pool.widen(threads + MORE_CONNECTIONS);
        ThreadPoolTaskExecutor workers = new ThreadPoolTaskExecutor();
        workers.setCorePoolSize(threads);
        workers.setMaxPoolSize(threads);
        AtomicInteger number = new AtomicInteger();
        workers.setThreadFactory(
                work -> new Thread(null, work, "evaluate-" + number.incrementAndGet(), CellText.STACK_BYTES));
        // a worker still writes when the step has given up waiting for it, and interrupts would close an H2 file
        workers.setWaitForTasksToCompleteOnShutdown(true);
        workers.setAwaitTerminationSeconds(WORKERS_END_SECONDS);
        workers.initialize();
        End end;
        try {
            Job job = jobs.of(
                    context,
                    handOut(context, workers),
                    running.listener(context.run().jobName()));
            end = end(start(job, context));
        } catch (JobExecutionException | ExplainedException | DataAccessException | TransactionException e) {
            LOG.error("run {} cannot be carried out", context.run().runId(), e);
            end = new End(AuditResult.Status.FAILED, FailureText.of(e), ConnectionLoss.in(e));
        } finally {
            workers.shutdown();
        }
        boolean alone = workers.getThreadPoolExecutor().isTerminated();
        return alone ? end : new End(end.status(), end.failure(), false);
    }

    /**
     * Starts the job. The caller holds its lock, so that an execution that still counts as running belongs to a process that
     * died, or is one that a worker on another machine, who has not heard of it, has begun in between.
     */
    private JobExecution start(Job job, RunContext context) throws JobExecutionException {
        RunRecord run = context.run();
        for (int left = MOST_LATE_WORKERS; ; left--) {
            context.requireLock();
            try {
                recover(run);
            } catch (OptimisticLockingFailureException e) {
                if (left > 0) {
                    LOG.warn("a worker was at the execution of a manager that died", e);
                    continue;
                }
                throw e;
            }
            try {
                return operator.start(job, NightlyJob.parameters(run));
            } catch (JobExecutionAlreadyRunningException | JobRestartException e) {
                if (left == 0) {
                    throw e;
                }
                LOG.warn("a worker has begun, or ended, at the execution of a manager that died");
            }
        }
    }

    private HandOut handOut(RunContext context, ThreadPoolTaskExecutor threads) {
        Optional<RemoteWorkers> remote = context.settings().job().run().workers();
        if (remote.isPresent()) {
            String job = context.run().jobName();
            return new RemoteHandOut(
                    remote.get(),
                    stores,
                    repository,
                    threads.getThreadPoolExecutor(),
                    () -> running.stopping(job),
                    publisher,
                    clock);
        }
        return (run, here) -> {
            TaskExecutorPartitionHandler handler = new TaskExecutorPartitionHandler();
            handler.setStep(here);
            handler.setTaskExecutor(threads);
            return handler;
        };
    }

    private static End end(JobExecution execution) {
        BatchStatus status = execution.getStatus();
        if (status == BatchStatus.COMPLETED) {
            return End.of(AuditResult.Status.COMPLETED);
        }
        if (status == BatchStatus.STOPPED || status == BatchStatus.STOPPING) {
            return End.of(AuditResult.Status.STOPPED);
        }
        Throwable first = execution.getAllFailureExceptions().stream()
                // what a partition says is more telling than that a partition failed
                .filter(failure -> !(failure instanceof JobExecutionException))
                .findFirst()
                .orElseGet(() ->
                        new IllegalStateException(execution.getExitStatus().getExitDescription()));
        return new End(
                AuditResult.Status.FAILED,
                FailureText.of(first),
                execution.getAllFailureExceptions().stream().anyMatch(ConnectionLoss::in));
    }

    /** Ends what a process that died left. */
    private void recover(RunRecord run) {
        JobExecution last = repository.getLastJobExecution(NightlyJob.NAME, NightlyJob.parameters(run));
        if (last == null) {
            forgetUnexecuted(run);
            return;
        }
        if (last.isRunning()) {
            operator.recover(last);
        }
        forgetUnended(last);
    }

    /** Spring Batch stores an instance before its execution, and refuses one that was killed in between. */
    private void forgetUnexecuted(RunRecord run) {
        JobInstance instance = repository.getJobInstance(NightlyJob.NAME, NightlyJob.parameters(run));
        if (instance != null) {
            repository.deleteJobInstance(instance);
        }
    }

    /**
     * Spring Batch gives an execution up whose end it could not store, and one with a step whose end it could not store
     * counts as running for ever. The program's own tables say what is done, in the transactions that did it, so that such
     * executions are as good as failed ones.
     */
    private void forgetUnended(JobExecution last) {
        for (StepExecution step : last.getStepExecutions()) {
            if (unended(step.getStatus())) {
                step.setStatus(BatchStatus.FAILED);
                repository.update(step);
            }
        }
        if (unended(last.getStatus())) {
            last.setStatus(BatchStatus.FAILED);
            repository.update(last);
        }
    }

    private static boolean unended(BatchStatus status) {
        return status == BatchStatus.UNKNOWN || status.isRunning();
    }
}
