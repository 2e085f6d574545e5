package org.greenaudit.metrics;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.greenaudit.assessment.RunCounts;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.CertificateRegistry;
import org.greenaudit.catalog.CertificateStanding;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.store.PartitionStore.Standing;

/** Computes the program's metrics for a run. */
public final class RunMetrics {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private RunMetrics() {}

    /**
     * Every metric of a successful run. What had a value in the previous run and has none now is zero, so that no
     * dashboard keeps showing it.
     */
    public static MetricSet of(RunFacts facts, RunTiming timing) {
        List<RunCounts> both = new ArrayList<>(List.of(facts.counts()));
        facts.previous().ifPresent(both::add);
        ResultMetrics findings = new ResultMetrics(RegionLabels.of(both), facts.catalog());
        String job = facts.run().jobName();

        MetricSet.Builder metrics = MetricSet.of(job);
        findings.count(facts.counts(), facts.run().auditDate(), metrics);
        facts.previous().ifPresent(previous -> {
            MetricSet.Builder before = MetricSet.of(job);
            findings.count(previous, facts.run().auditDate(), before);
            metrics.zeros(before.build().values().keySet());
        });
        facts.changes().forEach((duty, change) -> {
            metrics.add(Metric.VIOLATIONS_NEW, change.added(), duty.id());
            metrics.add(Metric.VIOLATIONS_RESOLVED, change.resolved(), duty.id());
        });
        metrics.add(Metric.LINES_PROCESSED, facts.processed());
        add(facts.catalog(), facts.run().auditDate(), metrics);
        add(timing, metrics);
        return metrics.build();
    }

    /** The metrics of a job that failed: how and when it ended. The results of the last successful run are not touched. */
    public static MetricSet failed(String job, Duration duration) {
        return MetricSet.of(job)
                .add(Metric.RUN_LAST_STATUS, 0)
                .add(Metric.RUN_DURATION, seconds(duration))
                .build();
    }

    /** The single metric that says that the last run of a job was successful. */
    static MetricSet successful(String job) {
        return MetricSet.of(job).add(Metric.RUN_LAST_STATUS, 1).build();
    }

    /**
     * How a run stands that workers evaluate.
     *
     * @param planned rows that it has to evaluate
     * @param missing for how long work has waited without anybody at it
     * @param seen when it stood so
     */
    public static MetricSet underWay(String job, Standing standing, long planned, Duration missing, Instant seen) {
        return progress(job, standing, planned, seen)
                .add(Metric.RUN_PARTITIONS_WAITING, standing.waiting())
                .add(Metric.RUN_WORKERS, standing.holders())
                .add(Metric.RUN_WORKERS_MISSING, missing.toSeconds())
                .build();
    }

    /** How a run stands that nobody evaluates any more: nobody is at work, and nobody is missing. */
    public static MetricSet underWayNoMore(String job, Standing last, long planned, Instant seen) {
        return progress(job, last, planned, seen)
                .add(Metric.RUN_PARTITIONS_WAITING, 0)
                .add(Metric.RUN_WORKERS, 0)
                .add(Metric.RUN_WORKERS_MISSING, 0)
                .build();
    }

    private static MetricSet.Builder progress(String job, Standing standing, long planned, Instant seen) {
        return MetricSet.of(job)
                .add(Metric.RUN_PROGRESS_TIMESTAMP, seen.getEpochSecond())
                .add(Metric.RUN_LINES_EVALUATED, standing.rows())
                .add(Metric.RUN_LINES_PLANNED, planned)
                .add(Metric.RUN_PARTITIONS_DONE, standing.done())
                .add(Metric.RUN_PARTITIONS_OPEN, standing.open())
                .add(Metric.RUN_REDELIVERIES, standing.takenAgain());
    }

    /** The catalogs that the run was judged with. */
    private static void add(CatalogSnapshot catalog, LocalDate auditDate, MetricSet.Builder metrics) {
        CertificateRegistry registry = catalog.certificates();
        for (String listId : catalog.listIds()) {
            String version = catalog.versions().getOrDefault(listId, "");
            metrics.add(Metric.CATALOG_INFO, 1, listId, version, catalog.fingerprint());
            Map<CertificateStanding, Integer> census = registry.census(category(catalog, listId), auditDate);
            for (CertificateStanding standing : CertificateStanding.values()) {
                metrics.add(Metric.CERTIFICATES, census.getOrDefault(standing, 0), listId, standing.id());
            }
        }
        registry.asOf()
                .ifPresent(day -> metrics.add(
                        Metric.REGISTRY_TIMESTAMP, day.atStartOfDay(ZONE).toEpochSecond()));
    }

    private static String category(CatalogSnapshot catalog, String listId) {
        return catalog.editions(listId)
                .map(ProductList::certificateCategory)
                .findFirst()
                .orElseThrow();
    }

    private static void add(RunTiming timing, MetricSet.Builder metrics) {
        metrics.add(Metric.RUN_LAST_SUCCESS, timing.published().getEpochSecond());
        metrics.add(Metric.RUN_LAST_STATUS, 1);
        metrics.add(Metric.RUN_DURATION, seconds(timing.duration()));
        metrics.add(Metric.RUN_ATTEMPTS, timing.attempts());
        timing.steps().forEach((step, took) -> metrics.add(Metric.STEP_DURATION, seconds(took), step));
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3);
    }
}
