package org.greenaudit.metrics;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Metric sets in the terms of the Prometheus client, and in its text formats. */
public final class Exposition {

    /** The media type of {@link #text}. */
    public static final String TEXT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private record Point(Labels labels, double value) {}

    private Exposition() {}

    /** The sets of several jobs together; metrics without a value are left out. */
    public static MetricSnapshots snapshots(Collection<MetricSet> sets) {
        SortedMap<Metric, List<Point>> points = new TreeMap<>();
        for (MetricSet set : sets) {
            set.values().forEach((series, value) -> points.computeIfAbsent(series.metric(), m -> new ArrayList<>())
                    .add(point(set.job(), series, value)));
        }
        List<MetricSnapshot> snapshots = new ArrayList<>();
        for (Map.Entry<Metric, List<Point>> metric : points.entrySet()) {
            snapshots.add(snapshot(metric.getKey(), metric.getValue()));
        }
        return new MetricSnapshots(snapshots);
    }

    /** The text format 0.0.4, which the Pushgateway and the node exporter read. */
    public static String text(MetricSet set) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(out, snapshots(List.of(set)), EscapingScheme.DEFAULT);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Point point(String job, Series series, BigDecimal value) {
        List<Label> names = series.metric().labels();
        Labels labels = Labels.of(Label.JOB.id(), job);
        for (int i = 0; i < names.size(); i++) {
            labels = labels.add(names.get(i).id(), series.labels().get(i));
        }
        return new Point(labels, value.doubleValue());
    }

    /** The client adds the endings of counters and infos itself. */
    private static MetricSnapshot snapshot(Metric metric, List<Point> points) {
        return switch (metric.type()) {
            case GAUGE -> {
                GaugeSnapshot.Builder gauge =
                        GaugeSnapshot.builder().name(metric.stem()).help(metric.help());
                if (!metric.unit().isEmpty()) {
                    gauge.unit(new Unit(metric.unit()));
                }
                points.forEach(p -> gauge.dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                        .labels(p.labels())
                        .value(p.value())
                        .build()));
                yield gauge.build();
            }
            case COUNTER -> {
                CounterSnapshot.Builder counter =
                        CounterSnapshot.builder().name(metric.stem()).help(metric.help());
                points.forEach(p -> counter.dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                        .labels(p.labels())
                        .value(p.value())
                        .build()));
                yield counter.build();
            }
            case INFO -> {
                InfoSnapshot.Builder info =
                        InfoSnapshot.builder().name(metric.stem()).help(metric.help());
                points.forEach(p -> info.dataPoint(InfoSnapshot.InfoDataPointSnapshot.builder()
                        .labels(p.labels())
                        .build()));
                yield info.build();
            }
        };
    }
}
