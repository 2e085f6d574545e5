package org.greenaudit.worker;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.greenaudit.job.FailureText;
import org.greenaudit.job.broker.PartitionMessage;
import org.greenaudit.job.step.EvaluateStep;
import org.greenaudit.job.step.NightlyJob;
import org.greenaudit.job.step.RunContext;
import org.greenaudit.message.Causes;
import org.greenaudit.message.ExplainedException;
import org.greenaudit.purchase.InputException;
import org.greenaudit.store.PartitionState;
import org.greenaudit.store.PartitionStore;
import org.greenaudit.store.PartitionStore.Lease;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.Stores;
import org.greenaudit.store.database.ConnectionLoss;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.batch.integration.partition.StepExecutionRequestHandler;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;

/**
 * Evaluates the partitions that messages name. A message is done with when {@link #handle} returns: its partition is done,
 * or nothing is to be done for it any more; otherwise the broker keeps it for others. Safe for several threads.
 */
final class PartitionWorker {

    /** The message is to go back to the broker. */
    static final class GivenBackException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        GivenBackException(PartitionMessage message) {
            super(message.text() + " is given back");
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(PartitionWorker.class);
    private static final long PAUSE_MILLIS = 1_000;

    private final String name;
    private final String job;
    private final WorkerRuns runs;
    private final Stores stores;
    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final Set<StepExecution> atWork = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    /**
     * A worker.
     *
     * @param name shown to people: host and process
     * @param job the name of the job whose partitions it takes
     */
    PartitionWorker(
            String name,
            String job,
            WorkerRuns runs,
            Stores stores,
            JobRepository repository,
            PlatformTransactionManager transactions) {
        this.name = name;
        this.job = job;
        this.runs = runs;
        this.stores = stores;
        this.repository = repository;
        this.transactions = transactions;
    }

    /** Those at work stop at the end of their block; nothing else is begun. */
    void close() {
        closing = true;
        atWork.forEach(StepExecution::setTerminateOnly);
    }

    /**
     * Evaluates the partition of a message, unless there is no need any more.
     *
     * @param redelivered whether the broker has lost the worker that it gave the message to, so that nobody is waited for
     * @throws GivenBackException when others are to evaluate it
     * @throws ExplainedException when this worker may not evaluate it, because it sees other things than the manager
     */
    void handle(PartitionMessage message, boolean redelivered) {
        boolean ours = redelivered;
        while (!closing) {
            try {
                Optional<StepExecution> execution = execution(message);
                if (execution.isEmpty()) {
                    return;
                }
                RunContext context = runs.enter(stores.runs().get(message.runId()));
                try {
                    Optional<Lease> lease = take(message, ours);
                    ours |= lease.isPresent();
                    if (lease.isPresent() && evaluate(message, context, lease.get(), execution.get())) {
                        return;
                    }
                } finally {
                    runs.leave(context);
                }
            } catch (PartitionStore.LeaseLostException e) {
                takenByAnother(message);
                return;
            } catch (DataAccessException | TransactionException e) {
                if (!ConnectionLoss.in(e)) {
                    throw e;
                }
                LOG.warn("the database is away; {} waits", message.text());
            }
            pause(PAUSE_MILLIS);
        }
        throw new GivenBackException(message);
    }

    private Optional<Lease> take(PartitionMessage message, boolean fromWhomever) {
        PartitionStore all = stores.partitions();
        return fromWhomever
                ? all.take(message.runId(), message.partition(), name)
                : all.takeIdle(message.runId(), message.partition(), name, PartitionStore.IDLE_SECONDS);
    }

    /** The execution to carry out; none where the run is over or stopped, or the partition is done or cannot be evaluated. */
    private Optional<StepExecution> execution(PartitionMessage message) {
        Optional<RunRecord> run = stores.runs()
                .find(message.runId())
                .filter(one -> one.jobName().equals(job) && one.status() == RunRecord.Status.STARTED);
        boolean open = stores.partitions()
                .get(message.runId(), message.partition())
                .filter(state -> state.status() != PartitionState.Status.DONE)
                .isPresent();
        if (run.isEmpty()
                || !open
                || stores.partitions().failures(message.runId()).containsKey(message.partition())) {
            return Optional.empty();
        }
        JobInstance instance = repository.getJobInstance(NightlyJob.NAME, NightlyJob.parameters(run.get()));
        return Optional.ofNullable(instance)
                .map(one -> repository.getLastStepExecution(one, EvaluateStep.executionOf(message.partition())))
                .filter(one -> one.getJobExecution().isRunning());
    }

    /** Evaluates it; whether nothing is to be done for the message any more. */
    private boolean evaluate(PartitionMessage message, RunContext context, Lease lease, StepExecution execution) {
        Step step = new EvaluateStep(context, stores, repository, transactions, partition -> lease);
        StepExecutionRequestHandler handler = new StepExecutionRequestHandler();
        handler.setJobRepository(repository);
        handler.setStepLocator(name -> stoppable(step));
        StepExecution ended = handler.handle(new StepExecutionRequest(EvaluateStep.NAME, execution.getId()));
        if (ended.getStatus() == BatchStatus.COMPLETED) {
            LOG.info("{} is done", message.text());
            return true;
        }
        if (ended.getFailureExceptions().stream().anyMatch(PartitionStore.LeaseLostException::in)) {
            takenByAnother(message);
            return true;
        }
        if (ended.getFailureExceptions().stream().anyMatch(ConnectionLoss::in)) {
            return false;
        }
        if (ended.getStatus() != BatchStatus.FAILED) {
            stores.partitions().release(lease);
            return !closing;
        }
        Throwable failure = ended.getFailureExceptions().stream()
                .findFirst()
                .orElseGet(() -> new IllegalStateException(ended.getExitStatus().getExitDescription()));
        LOG.error("{} failed", message.text(), failure);
        Optional<InputException> refused = Causes.first(failure, InputException.class);
        if (refused.isPresent()) {
            stores.partitions().release(lease);
            throw refused.get();
        }
        if (stores.partitions().fail(lease, FailureText.of(failure))) {
            throw new GivenBackException(message);
        }
        return true;
    }

    /** Whoever has it now has a message of his own. */
    private static void takenByAnother(PartitionMessage message) {
        LOG.warn("{} was taken by another worker", message.text());
    }

    private Step stoppable(Step step) {
        return new Step() {
            @Override
            public String getName() {
                return step.getName();
            }

            @Override
            public void execute(StepExecution execution) throws JobInterruptedException {
                atWork.add(execution);
                try {
                    if (closing) {
                        execution.setTerminateOnly();
                    }
                    step.execute(execution);
                } finally {
                    atWork.remove(execution);
                }
            }
        };
    }

    /** Waits a little. */
    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a partition waits", e);
        }
    }
}
