package org.greenaudit.metrics;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.LineOutcome;
import org.greenaudit.assessment.OpenQuestions;
import org.greenaudit.assessment.RunCounts;
import org.greenaudit.assessment.TallyKey;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.Duty;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.rules.DecisionUse;
import org.greenaudit.rules.Outcome;
import org.greenaudit.store.HistoryStore.Difference;
import org.greenaudit.store.RunRecord;
import org.greenaudit.testing.Catalogs;
import org.greenaudit.testing.ListedItems;
import org.greenaudit.testing.PublishedLists;
import org.greenaudit.testing.RunRecords;

/** Made-up runs of the job {@code city}. Everything in them is fictional. */
final class Runs {

    static final String ENERGY = "energy-saving";
    static final String ECO = "eco-label";
    static final Instant NIGHT = Instant.parse("2026-06-30T18:00:00Z");
    static final RunTiming TIMING = new RunTiming(
            NIGHT,
            Duration.ofMillis(12_345),
            1,
            Map.of(
                    "prepare", Duration.ofMillis(20),
                    "evaluate", Duration.ofMillis(9_000),
                    "assess", Duration.ofMillis(300),
                    "report", Duration.ofMillis(2_000)));

    private Runs() {}

    /** A night with a bit of everything, after one that had a region, a rule and a family more. */
    static MetricSet night() {
        return RunMetrics.of(facts(counts(), Optional.of(before())), TIMING);
    }

    static RunFacts facts(RunCounts counts, Optional<RunCounts> previous) {
        return new RunFacts(
                run(),
                counts,
                previous,
                Map.of(
                        Duty.MANDATORY, new Difference(2, 1),
                        Duty.PRIORITY, new Difference(0, 0),
                        Duty.ADVISORY, new Difference(0, 0)),
                123,
                catalog());
    }

    static RunCounts counts() {
        RunCounts counts = new RunCounts();
        RunCounts.plus(counts.lines(), LineOutcome.VIOLATION, new Count(2, 120_050));
        RunCounts.plus(counts.lines(), LineOutcome.UNDETERMINED, new Count(1, 40_000));
        RunCounts.plus(counts.lines(), LineOutcome.COMPLIANT, new Count(3, 900_001));
        RunCounts.plus(counts.lines(), LineOutcome.REJECTED, new Count(1, 0));
        RunCounts.plus(counts.rejected(), "date-unreadable", new Count(1, 0));
        tally(counts, "ES2019-01-01", "361000", Duty.MANDATORY, Outcome.VIOLATION, "M1", new Count(1, 70_050));
        tally(counts, "ES2019-01-01", "361000", Duty.MANDATORY, Outcome.COMPLIANT, "", new Count(3, 900_001));
        tally(counts, "ES2019-02-01", "", Duty.PRIORITY, Outcome.UNDETERMINED, "kind-ambiguous", new Count(1, 40_000));
        tally(counts, "ES2019-01-01", "361002", Duty.ADVISORY, Outcome.VIOLATION, "M1", new Count(1, 50_000));
        RunCounts.plus(counts.questions(), "", new OpenQuestions(LocalDate.of(2026, 5, 20), new Count(1, 40_000)));
        decision(counts, "361000", DecisionUse.State.APPLIED, new Count(2, 500_000));
        decision(counts, "361000", DecisionUse.State.STALE, new Count(1, 70_050));
        decision(counts, "361002", DecisionUse.State.EXPIRED, new Count(1, 50_000));
        return counts;
    }

    static RunCounts before() {
        RunCounts counts = new RunCounts();
        tally(counts, "EL2019-03-01", "361021", Duty.PRIORITY, Outcome.VIOLATION, "L3", new Count(5, 5_000));
        return counts;
    }

    static void tally(
            RunCounts counts, String entry, String region, Duty duty, Outcome outcome, String rule, Count count) {
        String list = entry.startsWith("ES") ? ENERGY : ECO;
        RunCounts.plus(
                counts.tallies(),
                new TallyKey(list, entry, region, "", "B-1", "虚构单位", duty, outcome, rule, false, false),
                count);
    }

    private static void decision(RunCounts counts, String region, DecisionUse.State state, Count count) {
        RunCounts.plus(counts.decisions(), new RunCounts.DecisionKey(region, state), count);
    }

    static RunRecord run() {
        return RunRecords.of("city", "2026-06-30")
                .startedAt(NIGHT.minusSeconds(60))
                .build();
    }

    static CatalogSnapshot catalog() {
        return Catalogs.of(
                        PublishedLists.energySaving()
                                .items(
                                        item(ENERGY, "ES2019-01-01", 1, "计算机设备"),
                                        item(ENERGY, "ES2019-02-01", 2, "计算机网络设备"))
                                .build(),
                        PublishedLists.ecoLabel()
                                .items(item(ECO, "EL2019-03-01", 3, "输入输出设备"))
                                .build())
                .versions(Map.of(ENERGY, "2019 虚构〔2019〕1号", ECO, "2019 虚构〔2019〕2号"))
                .build();
    }

    private static ListedItem item(String list, String entry, int family, String familyName) {
        return ListedItems.of(list, entry, familyName)
                .family(family, familyName)
                .build();
    }

    /** The value of one series, if there is one. */
    static Optional<BigDecimal> value(MetricSet metrics, Metric metric, String... labels) {
        return Optional.ofNullable(metrics.values().get(new Series(metric, List.of(labels))));
    }

    /** The night as a registry with its metrics would answer a scrape for OpenMetrics. */
    static String openMetrics() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OpenMetricsTextFormatWriter.create().write(out, Exposition.snapshots(List.of(night())), EscapingScheme.DEFAULT);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** A gateway that asks for nothing. */
    static PushgatewaySettings gateway(String url) {
        return new PushgatewaySettings(url, Optional.empty(), Optional.empty());
    }
}
