package org.greenaudit.job;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.message.Text;
import org.greenaudit.metrics.MetricsPublisher;
import org.greenaudit.metrics.MetricsSettings;
import org.greenaudit.metrics.RunFacts;
import org.greenaudit.metrics.RunMetrics;
import org.greenaudit.metrics.RunTiming;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.Stores;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Publishes what a run found. A job's metrics are those of its newest run, by audit date and number: an earlier date that
 * is audited later leaves them alone. What is not published is told and is never a failure of the run.
 */
final class Publication {

    private final Stores stores;
    private final MetricsSettings settings;
    private final MetricsPublisher publisher;
    private final JobRepository repository;

    Publication(Stores stores, MetricsSettings settings, MetricsPublisher publisher, JobRepository repository) {
        this.stores = stores;
        this.settings = settings;
        this.publisher = publisher;
        this.repository = repository;
    }

    /** The completed run of the job before this one; one whose verdicts are gone cannot be compared with. */
    Optional<RunRecord> previous(RunRecord run) {
        return stores.runs().previous(run).filter(earlier -> stores.retention().hasDetails(earlier.id()));
    }

    /**
     * Publishes a run that is at its end, unless a completed one is newer.
     *
     * @param previous the run it was compared with
     * @param begun when the start began that brought it to its end
     * @return what could not be published, in words for people
     */
    List<Text> first(
            RunRecord run, Optional<RunRecord> previous, CatalogSnapshot catalog, Instant begun, Instant published) {
        Optional<RunRecord> newer = newer(run, RunRecord.Status.COMPLETED);
        return newer.isPresent()
                ? told(Text.of("job.publish.newer", newer.get().runId()))
                : publish(run, previous, catalog, published, Duration.between(begun, published));
    }

    /**
     * Publishes a completed run once more, with the time of its end: for a gateway that was down then or has lost its
     * data since, and after a start that failed before it could find out that there is nothing to do. Where the catalogs
     * have changed since, only that the run was successful.
     *
     * @return what could not be published, in words for people
     */
    List<Text> again(RunRecord run, CatalogSnapshot catalog) {
        Optional<RunRecord> newer = newer(run, RunRecord.Status.COMPLETED, RunRecord.Status.STARTED);
        if (newer.isPresent()) {
            return told(Text.of("job.publish.newer", newer.get().runId()));
        }
        if (run.catalogFingerprint().equals(catalog.fingerprint())) {
            return publish(run, previous(run), catalog, run.endedAt().orElseThrow(), lastStart(run));
        }
        List<Text> notices = new ArrayList<>(told(Text.of("job.publish.catalogs")));
        notices.addAll(publisher.successful(run.jobName()));
        return notices;
    }

    private Optional<RunRecord> newer(RunRecord run, RunRecord.Status... statuses) {
        return stores.runs().ofJob(run.jobName()).stream()
                .filter(other -> other.isAfter(run) && List.of(statuses).contains(other.status()))
                .reduce((first, second) -> second);
    }

    /** Nothing to tell where nothing leaves the process. */
    private List<Text> told(Text text) {
        return settings.isPublishing() ? List.of(text) : List.of();
    }

    private List<Text> publish(
            RunRecord run, Optional<RunRecord> previous, CatalogSnapshot catalog, Instant published, Duration took) {
        RunFacts facts = RunFacts.load(stores, run, previous, catalog);
        JobInstance instance = repository.getJobInstance(NightlyJob.NAME, NightlyJob.parameters(run));
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
        JobExecution last = repository.getLastJobExecution(NightlyJob.NAME, NightlyJob.parameters(run));
        return between(last.getStartTime(), last.getEndTime()).orElse(Duration.ZERO);
    }

    private static Optional<Duration> between(LocalDateTime start, LocalDateTime end) {
        return start == null || end == null ? Optional.empty() : Optional.of(Duration.between(start, end));
    }
}
