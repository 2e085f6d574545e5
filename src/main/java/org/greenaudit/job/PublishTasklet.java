package org.greenaudit.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.greenaudit.metrics.MetricSet;
import org.greenaudit.metrics.MetricsPublisher;
import org.greenaudit.metrics.RunFacts;
import org.greenaudit.metrics.RunMetrics;
import org.greenaudit.metrics.RunTiming;
import org.greenaudit.store.Stores;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Publishes the run's metrics. What cannot be published is a notice of the run and never its failure. */
final class PublishTasklet implements Tasklet {

    private final RunContext context;
    private final Stores stores;
    private final MetricsPublisher publisher;
    private final JobRepository repository;
    private final Clock clock;

    PublishTasklet(
            RunContext context, Stores stores, MetricsPublisher publisher, JobRepository repository, Clock clock) {
        this.context = context;
        this.stores = stores;
        this.publisher = publisher;
        this.repository = repository;
        this.clock = clock;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        RunFacts facts = RunFacts.load(stores, context.run(), context.previous(), context.catalog());
        JobInstance instance = contribution.getStepExecution().getJobExecution().getJobInstance();
        MetricSet metrics = RunMetrics.of(facts, timing(instance));
        context.start().note(publisher.publish(metrics));
        return RepeatStatus.FINISHED;
    }

    private RunTiming timing(JobInstance instance) {
        Instant now = clock.instant();
        return new RunTiming(
                now,
                Duration.between(context.start().begun(), now),
                repository.getJobExecutions(instance).size(),
                steps(instance));
    }

    /** The steps before this one; a step that an earlier start completed counts as it was then. */
    private Map<String, Duration> steps(JobInstance instance) {
        Map<String, Duration> steps = new HashMap<>();
        for (String name : NightlyJob.MEASURED) {
            StepExecution step = repository.getLastStepExecution(instance, name);
            if (step != null && step.getStartTime() != null && step.getEndTime() != null) {
                steps.put(name, Duration.between(step.getStartTime(), step.getEndTime()));
            }
        }
        return steps;
    }
}
