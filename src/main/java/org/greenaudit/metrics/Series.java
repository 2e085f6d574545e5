package org.greenaudit.metrics;

import java.util.Comparator;
import java.util.List;

/**
 * One series of a job: a metric and the values of its labels.
 *
 * @param metric the metric
 * @param labels the values of {@link Metric#labels}, in their order
 */
public record Series(Metric metric, List<String> labels) implements Comparable<Series> {

    private static final Comparator<Series> ORDER = Comparator.comparing(Series::metric)
            .thenComparing(Series::labels, (a, b) -> {
                for (int i = 0; i < a.size(); i++) {
                    int order = a.get(i).compareTo(b.get(i));
                    if (order != 0) {
                        return order;
                    }
                }
                return 0;
            });

    /**
     * A series.
     *
     * @throws IllegalArgumentException when the number of values is not the number of the metric's labels
     */
    public Series {
        labels = List.copyOf(labels);
        if (labels.size() != metric.labels().size()) {
            throw new IllegalArgumentException(metric + " has the labels " + metric.labels() + ", not " + labels);
        }
    }

    @Override
    public int compareTo(Series other) {
        return ORDER.compare(this, other);
    }
}
