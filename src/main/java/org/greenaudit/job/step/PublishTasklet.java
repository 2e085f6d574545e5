package org.greenaudit.job.step;

import java.time.Clock;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Publishes the run's metrics. What cannot be published is a notice of the start. */
final class PublishTasklet implements Tasklet {

    private final RunContext context;
    private final Publication publication;
    private final Clock clock;

    PublishTasklet(RunContext context, Publication publication, Clock clock) {
        this.context = context;
        this.publication = publication;
        this.clock = clock;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        context.start()
                .note(publication.first(
                        context.run(),
                        context.previous(),
                        context.catalog(),
                        context.start().begun(),
                        clock.instant()));
        return RepeatStatus.FINISHED;
    }
}
