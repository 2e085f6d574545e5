package org.greenaudit.job.step;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.message.Text;
import org.greenaudit.metrics.MetricsPublisher;
import org.greenaudit.metrics.MetricsSettings;
import org.greenaudit.metrics.RunFacts;
import org.greenaudit.metrics.RunMetrics;
import org.greenaudit.metrics.RunTiming;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.Stores;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.DataAccessException;

/**
 * Publishes what a run found. A job's metrics are those of its newest run: of the latest audit date, the one that ended
 * last. An earlier date that is audited later leaves them alone. What cannot be
 * published is reported, and is never a failure of the run.
 */
public final class Publication {

    private final Stores stores;
    private final MetricsSettings settings;
    private final MetricsPublisher publisher;
    private final JobRepository repository;
    private final Clock clock;

    public Publication(
            Stores stores,
            MetricsSettings settings,
            MetricsPublisher publisher,
            JobRepository repository,
            Clock clock) {
        this.stores = stores;
        this.settings = settings;
        this.publisher = publisher;
        this.repository = repository;
        this.clock = clock;
    }

    /** The completed run of the job before this one; one whose verdicts are gone cannot be compared with. */
    public Optional<RunRecord> previous(RunRecord run) {
        return stores.previous(run);
    }

    /**
     * Publishes a run that is at its end, unless a completed one is newer.
     *
     * @return what could not be published, in words for people
     */
    List<Text> first(RunContext context, Instant published) {
        RunRecord run = context.run();
        Duration took = Duration.between(context.start().begun(), published);
        return completedAfter(run.jobName(), run.auditDate())
                .map(this::leftAlone)
                .orElseGet(() -> publish(run, context.previous(), context.catalog(), published, took));
    }

    /**
     * Publishes a completed run once more, with the time of its end: for a gateway that was down then or has lost its
     * data since, and after a start that failed before it could find out that there is nothing to do. Where the catalogs
     * have changed since, only that the run was successful.
     *
     * @return what could not be published, in words for people
     */
    public List<Text> again(RunRecord run, CatalogSnapshot catalog) {
        Optional<RunRecord> newer = newest(run.jobName(), RunRecord.Status.COMPLETED)
                .filter(other -> other.id() != run.id() && !other.auditDate().isBefore(run.auditDate()));
        if (newer.isPresent()) {
            return leftAlone(newer.get());
        }
        Optional<RunRecord> unfinished = unfinishedAfter(run);
        if (unfinished.isPresent()) {
            return notice(Text.of("job.publish.unfinished", unfinished.get().runId()));
        }
        return publish(run, previous(run), catalog, run.endedAt().orElseThrow(), lastStart(run));
    }

    /**
     * Publishes that a start failed, unless a completed run of a later audit date stands for the job.
     *
     * @return what could not be published, in words for people
     */
    public List<Text> failed(RunSettings audit, Duration took) {
        return covered(audit) ? List.of() : publisher.failed(audit.job().name(), took);
    }

    private boolean covered(RunSettings audit) {
        try {
            return completedAfter(audit.job().name(), audit.auditDate()).isPresent();
        } catch (DataAccessException e) {
            // the database may be what failed
            return false;
        }
    }

    /** The run of the latest audit date that ended last; a date to come is a mistake that bars nothing. */
    private Optional<RunRecord> newest(String job, RunRecord.Status status) {
        LocalDate today = LocalDate.now(clock);
        return stores.runs().ofJob(job).stream()
                .filter(run -> run.status() == status && !run.auditDate().isAfter(today))
                .max(Comparator.comparing(RunRecord::auditDate)
                        .thenComparing(run -> run.endedAt().orElse(Instant.EPOCH)));
    }

    private Optional<RunRecord> completedAfter(String job, LocalDate auditDate) {
        return newest(job, RunRecord.Status.COMPLETED)
                .filter(run -> run.auditDate().isAfter(auditDate));
    }

    private Optional<RunRecord> unfinishedAfter(RunRecord run) {
        return newest(run.jobName(), RunRecord.Status.STARTED).filter(started -> started.isAfter(run));
    }

    /** What stands is that of a newer run. The last start was successful all the same, unless a newer one still is not. */
    private List<Text> leftAlone(RunRecord newest) {
        List<Text> notices = new ArrayList<>(notice(Text.of("job.publish.newer", newest.runId())));
        if (unfinishedAfter(newest).isEmpty()) {
            notices.addAll(publisher.successful(newest.jobName()));
        }
        return notices;
    }

    /** Nothing to tell where nothing leaves the process. */
    private List<Text> notice(Text text) {
        return settings.isPublishing() ? List.of(text) : List.of();
    }

    private List<Text> publish(
            RunRecord run, Optional<RunRecord> previous, CatalogSnapshot catalog, Instant published, Duration took) {
        RunFacts facts = RunFacts.load(stores, run, previous, catalog);
        JobInstance instance =
                Objects.requireNonNull(repository.getJobInstance(NightlyJob.NAME, NightlyJob.parameters(run)));
        int attempts = repository.getJobExecutions(instance).size();
        return publisher.publish(RunMetrics.of(facts, new RunTiming(published, took, attempts, steps(instance))));
    }

    /** The steps before this one; a step that an earlier start completed counts as it was then. */
    private Map<String, Duration> steps(JobInstance instance) {
        Map<String, Duration> steps = new HashMap<>();
        for (String name : NightlyJob.MEASURED) {
            StepExecution step = repository.getLastStepExecution(instance, name);
            if (step != null) {
                between(step.getStartTime(), step.getEndTime()).ifPresent(took -> steps.put(name, took));
            }
        }
        return steps;
    }

    private Duration lastStart(RunRecord run) {
        JobExecution last =
                Objects.requireNonNull(repository.getLastJobExecution(NightlyJob.NAME, NightlyJob.parameters(run)));
        return between(last.getStartTime(), last.getEndTime()).orElse(Duration.ZERO);
    }

    private static Optional<Duration> between(@Nullable LocalDateTime start, @Nullable LocalDateTime end) {
        return start == null || end == null ? Optional.empty() : Optional.of(Duration.between(start, end));
    }
}
