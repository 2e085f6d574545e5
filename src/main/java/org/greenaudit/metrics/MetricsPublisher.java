package org.greenaudit.metrics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.greenaudit.message.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes metrics through every outlet. One that fails is reported and stops neither the others nor the audit. */
public final class MetricsPublisher {

    private static final Logger LOG = LoggerFactory.getLogger(MetricsPublisher.class);

    private final List<MetricsOutlet> outlets;
    private final PublishedJobs jobs;

    /** A publisher of every job for these outlets. */
    public MetricsPublisher(List<MetricsOutlet> outlets) {
        this(outlets, job -> true);
    }

    /** A publisher for these outlets, which is silent of other jobs. */
    MetricsPublisher(List<MetricsOutlet> outlets, PublishedJobs jobs) {
        this.outlets = List.copyOf(outlets);
        this.jobs = jobs;
    }

    /**
     * Publishes the metrics of a successful run.
     *
     * @return what could not be published, in words for people
     */
    public List<Text> publish(MetricSet complete) {
        return everywhere(complete.job(), outlet -> outlet.publish(complete));
    }

    /**
     * Publishes that a run failed. The results of the last successful run stay published.
     *
     * @return what could not be published, in words for people
     */
    public List<Text> failed(String job, Duration duration) {
        MetricSet failed = RunMetrics.failed(job, duration);
        return everywhere(job, outlet -> outlet.update(failed));
    }

    /**
     * Publishes that the last run of a job was successful after all. Its results stay published.
     *
     * @return what could not be published, in words for people
     */
    public List<Text> successful(String job) {
        MetricSet successful = RunMetrics.successful(job);
        return everywhere(job, outlet -> outlet.update(successful));
    }

    /**
     * Publishes how a run stands that is under way. What was published of others stays.
     *
     * @return what could not be published, in words for people
     */
    public List<Text> progress(MetricSet standing) {
        return everywhere(standing.job(), outlet -> outlet.update(standing));
    }

    private List<Text> everywhere(String job, Consumer<MetricsOutlet> publication) {
        List<Text> failures = new ArrayList<>();
        if (!jobs.covers(job)) {
            return failures;
        }
        for (MetricsOutlet outlet : outlets) {
            try {
                publication.accept(outlet);
            } catch (PublishException e) {
                LOG.warn("metrics are not published", e);
                failures.add(e.text());
            }
        }
        return failures;
    }
}
