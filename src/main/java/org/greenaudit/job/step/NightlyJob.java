package org.greenaudit.job.step;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.Stores;
import org.greenaudit.store.database.LockHolder;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The job {@code nightly-audit}: prepare → evaluate (partitioned) → assess → report → publish → retain. It is built
 * anew for every start, around the run it carries out; Spring Batch knows it by its name and the run's number.
 */
public final class NightlyJob {

    /** The job's name in Spring Batch's tables. */
    public static final String NAME = "nightly-audit";

    /** The steps whose duration is published: those before {@code publish}. */
    static final List<String> MEASURED = List.of("prepare", "evaluate", "assess", "report");

    private final Stores stores;
    private final AuditComponents components;
    private final Publication publication;
    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final Path spool;
    private final Clock clock;

    /**
     * The job.
     *
     * @param spool a folder of this machine for what a step must keep while it runs
     */
    public NightlyJob(
            Stores stores,
            AuditComponents components,
            Publication publication,
            JobRepository repository,
            PlatformTransactionManager transactions,
            Path spool,
            Clock clock) {
        this.stores = stores;
        this.components = components;
        this.publication = publication;
        this.repository = repository;
        this.transactions = transactions;
        this.spool = spool;
        this.clock = clock;
    }

    /** What identifies a run to Spring Batch. */
    public static JobParameters parameters(RunRecord run) {
        return new JobParametersBuilder().addLong("run", run.id()).toJobParameters();
    }

    /** The job of one start of a run, whose partitions are handed out so; the listener is notified of the start. */
    public Job of(RunContext context, HandOut handOut, JobExecutionListener listener) {
        return new JobBuilder(NAME, repository)
                .listener(listener)
                .start(step("prepare", prepare(context)))
                .next(evaluate(context, handOut))
                .next(assess(context))
                .next(step("report", report(context)))
                .next(publish(context))
                .next(step("retain", new RetainTasklet(context, stores, repository, clock)))
                .build();
    }

    private Tasklet prepare(RunContext context) {
        return (contribution, chunk) -> {
            long runId = context.run().id();
            // there already, when the step was stopped between its rows and its own end
            if (stores.plans().sources(runId).isEmpty()) {
                stores.plans().save(runId, context.plan());
            }
            return RepeatStatus.FINISHED;
        };
    }

    private Step evaluate(RunContext context, HandOut handOut) {
        String holder = LockHolder.here(context.start().begun()).name();
        EvaluateStep here = new EvaluateStep(context, stores, repository, transactions, partition -> stores.partitions()
                .take(context.run().id(), partition, holder)
                .orElseThrow());
        return new StepBuilder("evaluate", repository)
                .partitioner(here)
                .splitter(here)
                .partitionHandler(handOut.of(context, here))
                // asked again on every start: the partitions that are not done decide what there is to do
                .allowStartIfComplete(true)
                .build();
    }

    /**
     * What it stores replaces what is there, so that it is begun again where it broke off. In one transaction the rows of all
     * units would cost the embedded database minutes at its end.
     */
    private Step assess(RunContext context) {
        return new StepBuilder("assess", repository)
                .tasklet(new AssessTasklet(context, stores, spool), new ResourcelessTransactionManager())
                .build();
    }

    private Tasklet report(RunContext context) {
        return (contribution, chunk) -> {
            RunSettings settings = context.settings();
            try (StoredRunData data =
                    new StoredRunData(context.run(), settings, context.catalog(), context.previous(), stores, spool)) {
                components.report(data, settings);
            }
            return RepeatStatus.FINISHED;
        };
    }

    private Step publish(RunContext context) {
        return new StepBuilder("publish", repository)
                .tasklet(
                        (contribution, chunk) -> {
                            // what cannot be published is a notice of the start, and no failure of the run
                            context.start().note(publication.first(context, clock.instant()));
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                // a run that failed behind this step had published that it failed
                .allowStartIfComplete(true)
                .build();
    }

    private Step step(String name, Tasklet tasklet) {
        return new StepBuilder(name, repository).tasklet(tasklet, transactions).build();
    }
}
