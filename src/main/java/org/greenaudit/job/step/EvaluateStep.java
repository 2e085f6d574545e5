package org.greenaudit.job.step;

import io.micrometer.observation.ObservationRegistry;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntFunction;
import org.greenaudit.source.Block;
import org.greenaudit.source.Partition;
import org.greenaudit.store.PartitionState;
import org.greenaudit.store.PartitionStore.Lease;
import org.greenaudit.store.Stores;
import org.greenaudit.store.database.ConnectionLoss;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Evaluates one partition: a chunk step whose item is a block of lines, with a reader, a judge and a writer of its own.
 * The name of an execution holds the partition's number, and the partition itself is in the database, so that other
 * machines do the same. Not its execution context: Spring Batch stores that later than the execution, and a process
 * can die in between.
 */
public final class EvaluateStep implements Step, StepExecutionSplitter {

    /** The name of the worker's step executions, before the partition's. */
    public static final String NAME = "evaluate-partition";

    private static final String PARTITION = "p";

    private final RunContext context;
    private final Stores stores;
    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final IntFunction<Lease> leases;
    private volatile boolean lost;

    /**
     * Evaluates partitions of a run.
     *
     * @param leases the lease under which a partition of that number is evaluated
     */
    public EvaluateStep(
            RunContext context,
            Stores stores,
            JobRepository repository,
            PlatformTransactionManager transactions,
            IntFunction<Lease> leases) {
        this.context = context;
        this.stores = stores;
        this.repository = repository;
        this.transactions = transactions;
        this.leases = leases;
    }

    /** The name of the execution of a partition. */
    public static String executionOf(int partition) {
        return NAME + ":" + PARTITION + partition;
    }

    /** The partition whose execution has that name. */
    public static int partitionOf(String execution) {
        return Integer.parseInt(execution.substring(execution.lastIndexOf(':') + 1 + PARTITION.length()));
    }

    /**
     * An execution for each partition that is not done. The database decides: it marks a partition with its last rows. An
     * earlier execution that a worker may still be at does no harm: leases see to that.
     */
    @Override
    public Set<StepExecution> split(StepExecution manager, int ignored) {
        Set<StepExecution> executions = new HashSet<>();
        for (PartitionState row : stores.partitions().all(context.run().id())) {
            if (row.status() != PartitionState.Status.DONE) {
                executions.add(repository.createStepExecution(
                        executionOf(row.partition().number()), manager.getJobExecution()));
            }
        }
        return executions;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public String getStepName() {
        return NAME;
    }

    /**
     * Evaluates the partition of an execution. Once a partition has lost the database, those still
     * waiting are left to the next start at once, instead of running into the same wall one after the other.
     */
    @Override
    public void execute(StepExecution execution) throws JobInterruptedException {
        if (lost) {
            execution.setStatus(BatchStatus.FAILED);
            return;
        }
        try {
            evaluate(execution);
            lost |= execution.getFailureExceptions().stream().anyMatch(ConnectionLoss::in);
        } catch (RuntimeException e) {
            lost |= ConnectionLoss.in(e);
            throw e;
        }
    }

    private void evaluate(StepExecution execution) throws JobInterruptedException {
        context.requireLock();
        int number = partitionOf(execution.getStepName());
        Partition partition = stores.partitions()
                .get(context.run().id(), number)
                .map(PartitionState::partition)
                .orElseThrow(() -> new IllegalStateException("no partition " + number));
        new ChunkOrientedStepBuilder<Block, JudgedBlock>(execution.getStepName(), repository, 1)
                .reader(new PartitionReader(context, partition))
                .processor(
                        new BlockJudge(context.evaluator(), context.settings().allVerdicts()))
                .writer(new BlockWriter(context, stores, leases.apply(number)))
                .transactionManager(transactions)
                // an observation per block would name partitions in its labels; durations come from the step executions
                .observationRegistry(ObservationRegistry.NOOP)
                .build()
                .execute(execution);
    }
}
