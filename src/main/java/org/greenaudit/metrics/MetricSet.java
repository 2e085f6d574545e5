package org.greenaudit.metrics;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The values of a job's metrics.
 *
 * @param job the job's name
 * @param values every value by its series, in order
 */
public record MetricSet(String job, SortedMap<Series, BigDecimal> values) {

    public MetricSet {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** An empty set of a job, to be filled. */
    public static Builder of(String job) {
        return new Builder(job);
    }

    /** The metrics that have values. */
    public Set<Metric> metrics() {
        return values.keySet().stream().map(Series::metric).collect(Collectors.toSet());
    }

    /** The part that holds some metrics only. */
    public MetricSet only(Predicate<Metric> wanted) {
        SortedMap<Series, BigDecimal> some = new TreeMap<>();
        values.forEach((series, value) -> {
            if (wanted.test(series.metric())) {
                some.put(series, value);
            }
        });
        return new MetricSet(job, some);
    }

    /** This set, with the metrics of an update instead of its own. */
    public MetricSet updatedBy(MetricSet update) {
        Set<Metric> fresh = update.metrics();
        SortedMap<Series, BigDecimal> all = new TreeMap<>(only(metric -> !fresh.contains(metric)).values);
        all.putAll(update.values);
        return new MetricSet(job, all);
    }

    /** Fills a set. */
    public static final class Builder {

        private final String job;
        private final SortedMap<Series, BigDecimal> values = new TreeMap<>();

        private Builder(String job) {
            this.job = job;
        }

        /** Adds to the value of a series, which starts at zero. */
        public Builder add(Metric metric, BigDecimal value, String... labels) {
            values.merge(new Series(metric, List.of(labels)), value, BigDecimal::add);
            return this;
        }

        /** Adds to the value of a series, which starts at zero. */
        public Builder add(Metric metric, long value, String... labels) {
            return add(metric, BigDecimal.valueOf(value), labels);
        }

        /** Gives these series the value zero where they have none. */
        public Builder zeros(Set<Series> series) {
            series.forEach(one -> values.putIfAbsent(one, BigDecimal.ZERO));
            return this;
        }

        /** The set. */
        public MetricSet build() {
            return new MetricSet(job, values);
        }
    }
}
