package org.greenaudit.job;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.Stores;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Ends the run: deletes the details of abandoned runs and of nights older than the job keeps, with their history in
 * Spring Batch's tables, and marks the run as completed.
 */
final class RetainTasklet implements Tasklet {

    private final RunContext context;
    private final Stores stores;
    private final JobRepository repository;
    private final Clock clock;

    RetainTasklet(RunContext context, Stores stores, JobRepository repository, Clock clock) {
        this.context = context;
        this.stores = stores;
        this.repository = repository;
        this.clock = clock;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        RunRecord current = context.run();
        List<RunRecord> runs = stores.runs().ofJob(current.jobName());
        int nights = context.settings().job().retain().verdictNights();
        List<LocalDate> dates =
                runs.stream().map(RunRecord::auditDate).distinct().toList();
        LocalDate oldestKept = dates.get(Math.max(0, dates.size() - nights));
        for (RunRecord run : runs) {
            boolean old = run.auditDate().isBefore(oldestKept) && run.status() == RunRecord.Status.COMPLETED;
            boolean abandoned = run.status() == RunRecord.Status.ABANDONED;
            if (run.id() != current.id()
                    && (old || abandoned)
                    && stores.retention().hasDetails(run.id())) {
                stores.retention().deleteDetails(run.id());
                deleteHistory(run);
            }
        }
        stores.partitions().dropCounts(current.id());
        stores.runs().complete(current.id(), clock.instant());
        return RepeatStatus.FINISHED;
    }

    private void deleteHistory(RunRecord run) {
        JobInstance instance = repository.getJobInstance(NightlyJob.NAME, NightlyJob.parameters(run));
        if (instance != null) {
            repository.deleteJobInstance(instance);
        }
    }
}
