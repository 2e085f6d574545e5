package org.greenaudit.metrics;

/** A place where metrics are published. All outlets publish the same content. */
public interface MetricsOutlet {

    /**
     * Publishes the metrics of a successful run instead of everything that was published for the job before.
     *
     * @throws PublishException when it cannot
     */
    void publish(MetricSet complete);

    /**
     * Replaces some metrics of a job and leaves its others as they were.
     *
     * @throws PublishException when it cannot
     */
    void update(MetricSet some);
}
