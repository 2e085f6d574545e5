package org.greenaudit.job.broker;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greenaudit.job.config.RemoteWorkers;
import org.greenaudit.job.step.EvaluateStep;
import org.greenaudit.job.step.RunContext;
import org.greenaudit.message.Causes;
import org.greenaudit.message.ExplainedException;
import org.greenaudit.message.Text;
import org.greenaudit.source.Partition;
import org.greenaudit.store.PartitionState;
import org.greenaudit.store.PartitionStore;
import org.greenaudit.store.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.batch.integration.partition.StepExecutionRequestHandler;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.messaging.Message;
import org.springframework.messaging.PollableChannel;
import org.springframework.messaging.support.GenericMessage;

/**
 * The replies of workers, as the database has them: there is one message, when every partition is done, one of them cannot be
 * evaluated, or the job is to stop. Used by one thread.
 */
final class StoredReplies implements PollableChannel {

    private static final Logger LOG = LoggerFactory.getLogger(StoredReplies.class);
    private static final long PAUSE_MILLIS = 500;

    /** How long those who are at work may take to the end of their block, when the job is to stop. */
    private static final Duration STOP = Duration.ofSeconds(30);

    private final RunContext context;
    private final RemoteWorkers workers;
    private final Stores stores;
    private final JobRepository repository;
    private final RunWatch watch;
    private final StepExecution manager;
    private final Requests requests;
    private final Step step;
    private final ExecutorService here;
    private final BooleanSupplier stopping;
    private final Map<Integer, Throwable> failedHere = new HashMap<>();
    private long idleSince;

    StoredReplies(
            RunContext context,
            RemoteWorkers workers,
            Stores stores,
            JobRepository repository,
            RunWatch watch,
            StepExecution manager,
            Requests requests,
            Step step,
            ExecutorService here,
            BooleanSupplier stopping) {
        this.context = context;
        this.workers = workers;
        this.stores = stores;
        this.repository = repository;
        this.watch = watch;
        this.manager = manager;
        this.requests = requests;
        this.step = step;
        this.here = here;
        this.stopping = stopping;
    }

    @Override
    public Message<?> receive() {
        try {
            return new GenericMessage<>(await());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while workers evaluate", e);
        }
    }

    /** However long it takes: a night has its own ways to end. */
    @Override
    public Message<?> receive(long ignored) {
        return receive();
    }

    @Override
    public boolean send(Message<?> message, long timeout) {
        throw new UnsupportedOperationException("replies come by the database");
    }

    private Set<StepExecution> await() throws InterruptedException {
        // workers are missed from the end of sending on; where the broker was given up, that was waited for already
        long patience = requests.givenUp() ? 0 : workers.missing().toNanos();
        idleSince = System.nanoTime();
        long before = 0;
        while (true) {
            // asking keeps the lock's connection alive through a night in which only workers use the database
            context.requireLock();
            PartitionStore.Standing now = watch.look();
            if (now.open() == 0 || now.failed() > 0) {
                return executions();
            }
            if (stopping.getAsBoolean()) {
                awaitNobodyAtWork();
                return executions();
            }
            if (now.atWork() > 0 || now.rows() != before) {
                idleSince = System.nanoTime();
            } else if (System.nanoTime() - idleSince > patience) {
                nobodyComes();
                if (!failedHere.isEmpty()) {
                    return executions();
                }
            }
            before = now.rows();
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** Workers are told by the state of the job, at the end of their block. */
    private void awaitNobodyAtWork() throws InterruptedException {
        long end = System.nanoTime() + STOP.toNanos();
        while (watch.look().atWork() > 0 && System.nanoTime() < end) {
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private void nobodyComes() throws InterruptedException {
        LOG.warn(
                "run {}: no worker has taken a partition for {} s",
                context.run().runId(),
                workers.missing().toSeconds());
        context.start().listener().workersMissing(workers.missing().toSeconds());
        if (workers.fallbackLocal()) {
            evaluateHere();
        } else {
            requests.again(open());
        }
        idleSince = System.nanoTime();
    }

    /** As on one machine: what fails here fails the run. The executions are read anew, since a worker may have begun them. */
    private void evaluateHere() throws InterruptedException {
        Set<Integer> open = open();
        StepExecutionRequestHandler handler = new StepExecutionRequestHandler();
        handler.setJobRepository(repository);
        handler.setStepLocator(name -> step);
        List<Future<StepExecution>> work = partitions()
                .filter(execution -> open.contains(EvaluateStep.partitionOf(execution.getStepName())))
                .map(execution -> here.submit(
                        () -> handler.handle(new StepExecutionRequest(EvaluateStep.NAME, execution.getId()))))
                .toList();
        while (!work.stream().allMatch(Future::isDone)) {
            Thread.sleep(PAUSE_MILLIS);
            watch.look();
        }
        for (Future<StepExecution> one : work) {
            try {
                StepExecution ended = one.get();
                if (ended.getStatus() != BatchStatus.STOPPED) {
                    ended.getFailureExceptions().stream()
                            .filter(failure -> !isOfWorker(failure))
                            .findFirst()
                            .ifPresent(
                                    failure -> failedHere.put(EvaluateStep.partitionOf(ended.getStepName()), failure));
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        // a worker came after all and has done it
        failedHere.keySet().retainAll(open());
    }

    /** Whether it comes of a worker who came after all and is at the partition. */
    private static boolean isOfWorker(Throwable failure) {
        return PartitionStore.LeaseLostException.in(failure)
                || Causes.first(failure, OptimisticLockingFailureException.class)
                        .isPresent();
    }

    private Set<Integer> open() {
        return stores.partitions().all(context.run().id()).stream()
                .filter(state -> state.status() != PartitionState.Status.DONE)
                .map(state -> state.partition().number())
                .collect(Collectors.toSet());
    }

    private Stream<StepExecution> partitions() {
        return manager.getJobExecution().getStepExecutions().stream()
                .filter(execution -> execution.getStepName().startsWith(EvaluateStep.NAME));
    }

    private Text failure(int number, Text last) {
        Partition partition = context.plan().partitions().get(number);
        String source =
                context.plan().files().get(partition.sourceNo()).content().name();
        return Text.of("job.failed.partition", number, source, partition.firstLine(), last);
    }

    /** The executions as the database has their partitions; their own rows are the workers'. */
    private Set<StepExecution> executions() {
        Set<Integer> open = open();
        Map<Integer, Text> failures = stores.partitions().failures(context.run().id());
        Set<StepExecution> executions = partitions().collect(Collectors.toSet());
        for (StepExecution execution : executions) {
            int number = EvaluateStep.partitionOf(execution.getStepName());
            Throwable ofHere = failedHere.get(number);
            if (ofHere != null) {
                execution.setStatus(BatchStatus.FAILED);
                execution.setExitStatus(ExitStatus.FAILED);
                execution.addFailureException(ofHere);
            } else if (failures.containsKey(number)) {
                execution.setStatus(BatchStatus.FAILED);
                execution.setExitStatus(ExitStatus.FAILED);
                execution.addFailureException(new ExplainedException(failure(number, failures.get(number))));
            } else if (open.contains(number)) {
                execution.setStatus(BatchStatus.STOPPED);
                execution.setExitStatus(ExitStatus.STOPPED);
            } else {
                execution.setStatus(BatchStatus.COMPLETED);
                execution.setExitStatus(ExitStatus.COMPLETED);
            }
        }
        return executions;
    }
}
