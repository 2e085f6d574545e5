package org.greenaudit.job.step;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.Stores;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Ends the run: deletes what {@link Retention} no longer keeps, a slice in each transaction, and in the last one marks the run as
 * completed. Stopped in between, the next start goes on with what is left. Used by one thread, for one start.
 */
final class RetainTasklet implements Tasklet {

    /** Rows deleted in one transaction: few enough that no other transaction waits long. */
    private static final int SLICE = 10_000;

    private final RunContext context;
    private final Stores stores;
    private final JobRepository repository;
    private final Clock clock;
    private final Deque<Runnable> chores = new ArrayDeque<>();
    private boolean planned;

    RetainTasklet(RunContext context, Stores stores, JobRepository repository, Clock clock) {
        this.context = context;
        this.stores = stores;
        this.repository = repository;
        this.clock = clock;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        if (!planned) {
            plan();
            planned = true;
        }
        if (!chores.isEmpty()) {
            chores.poll().run();
            return RepeatStatus.CONTINUABLE;
        }
        stores.partitions().dropCounts(context.run().id());
        stores.runs().complete(context.run().id(), clock.instant());
        return RepeatStatus.FINISHED;
    }

    private void plan() {
        RunRecord current = context.run();
        Retention retention = new Retention(
                stores.runs().ofJob(current.jobName()),
                current,
                context.settings().job().verdictNights());
        retention.givenUp().forEach(run -> chores.add(() -> stores.runs().abandon(run.id(), clock.instant())));
        Set<Long> detailed = stores.retention().withDetails(current.jobName());
        retention.withoutDetails().stream()
                .filter(run -> detailed.contains(run.id()))
                .forEach(run -> chores.add(() -> deleteDetails(run)));
        Set<Long> remembered = stores.retention().withHistory();
        retention.withoutHistory().stream()
                .filter(run -> remembered.contains(run.id()))
                .forEach(run -> chores.add(() -> deleteHistory(run)));
    }

    private void deleteDetails(RunRecord run) {
        if (stores.retention().deleteDetails(run.id(), SLICE) > 0) {
            chores.addFirst(() -> deleteDetails(run));
        }
    }

    private void deleteHistory(RunRecord run) {
        JobInstance instance = repository.getJobInstance(NightlyJob.NAME, NightlyJob.parameters(run));
        if (instance != null) {
            repository.deleteJobInstance(instance);
        }
    }
}
