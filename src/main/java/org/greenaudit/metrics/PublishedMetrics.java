package org.greenaudit.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The latest metrics of every job of this process, for Prometheus to scrape: register it with a {@code
 * PrometheusRegistry}, such as the one behind {@code /actuator/prometheus}. Safe for several threads.
 */
public final class PublishedMetrics implements MetricsOutlet, MultiCollector {

    private final Map<String, MetricSet> byJob = new ConcurrentSkipListMap<>();

    @Override
    public void publish(MetricSet complete) {
        byJob.put(complete.job(), complete);
    }

    @Override
    public void update(MetricSet some) {
        byJob.merge(some.job(), some, MetricSet::updatedBy);
    }

    @Override
    public MetricSnapshots collect() {
        return Exposition.snapshots(byJob.values());
    }
}
