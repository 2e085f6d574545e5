package org.greenaudit.metrics;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.LineOutcome;
import org.greenaudit.assessment.OpenQuestions;
import org.greenaudit.assessment.RunCounts;
import org.greenaudit.assessment.TallyKey;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.Duty;
import org.greenaudit.message.OpenQuestion;
import org.greenaudit.purchase.RejectReason;
import org.greenaudit.rules.DecisionUse;
import org.greenaudit.rules.Outcome;
import org.greenaudit.rules.RuleBook;

/** The metrics of a run's results. Where the set of label values is fixed, all of them are published, zeros included. */
final class ResultMetrics {

    private static final String VERIFIED = "verified";
    private static final String DECLARED = "declared";
    private static final String NONE = "none";

    /** For an item of an earlier run that is no longer in the catalogs. */
    private static final String OTHER_FAMILY = "other";

    private final RegionLabels regions;
    private final Map<String, String> families = new HashMap<>();

    ResultMetrics(RegionLabels regions, CatalogSnapshot catalog) {
        this.regions = regions;
        catalog.lists().forEach(list -> list.items().forEach(item -> families.put(item.entryId(), item.family())));
    }

    /** Adds the counts of a run; questions are as old as they are on an audit date. */
    void count(RunCounts counts, LocalDate auditDate, MetricSet.Builder metrics) {
        for (LineOutcome outcome : LineOutcome.values()) {
            Count count = counts.lines(outcome);
            metrics.add(Metric.LINES, count.lines(), outcome.id());
            metrics.add(Metric.AMOUNT, count.yuan(), outcome.id());
        }
        for (RejectReason reason : RejectReason.values()) {
            Count count = counts.rejected().getOrDefault(reason.id(), Count.ZERO);
            metrics.add(Metric.REJECTED, count.lines(), reason.id());
        }
        for (OpenQuestion question : RuleBook.questions()) {
            metrics.add(Metric.UNDETERMINED, 0, question.id());
        }
        decisions(counts, metrics);
        waiting(counts, auditDate, metrics);
        counts.tallies().forEach((key, count) -> {
            if (key.outcome() == Outcome.VIOLATION) {
                violation(key, count, metrics);
            }
            if (key.outcome() == Outcome.UNDETERMINED) {
                metrics.add(Metric.UNDETERMINED, count.lines(), key.rule());
            }
            if (key.duty() != Duty.ADVISORY) {
                listed(key, count, metrics);
            }
        });
    }

    /** Every state for each region with purchases in the lists, and for whatever else decisions name. */
    private void decisions(RunCounts counts, MetricSet.Builder metrics) {
        listedRegions(counts).forEach(region -> decision(region, Map.of(), metrics));
        counts.decisions()
                .forEach(
                        (key, count) -> decision(regions.label(key.regionCode()), Map.of(key.state(), count), metrics));
    }

    private static void decision(String region, Map<DecisionUse.State, Count> counts, MetricSet.Builder metrics) {
        for (DecisionUse.State state : DecisionUse.State.values()) {
            Count count = counts.getOrDefault(state, Count.ZERO);
            metrics.add(Metric.DECISIONS, count.lines(), state.id(), region);
            metrics.add(Metric.DECISION_AMOUNT, count.yuan(), state.id(), region);
        }
    }

    /** Ages do not add up as counts do: a label is as old as the oldest of its regions. */
    private void waiting(RunCounts counts, LocalDate auditDate, MetricSet.Builder metrics) {
        Map<String, OpenQuestions> open = new TreeMap<>();
        listedRegions(counts).forEach(region -> open.put(region, new OpenQuestions(auditDate, Count.ZERO)));
        counts.questions().forEach((region, some) -> RunCounts.plus(open, regions.label(region), some));
        open.forEach((region, questions) -> {
            Duration age = Duration.ofDays(ChronoUnit.DAYS.between(questions.oldest(), auditDate));
            metrics.add(Metric.UNDETERMINED_AGE, age.toSeconds(), region);
            metrics.add(Metric.UNDETERMINED_OVERDUE, questions.overdue().lines(), region);
        });
    }

    private Set<String> listedRegions(RunCounts counts) {
        return counts.tallies().keySet().stream()
                .map(TallyKey::regionCode)
                .map(regions::label)
                .collect(Collectors.toSet());
    }

    private void violation(TallyKey key, Count count, MetricSet.Builder metrics) {
        String[] labels = {key.rule(), key.duty().id(), regions.label(key.regionCode())};
        metrics.add(Metric.VIOLATIONS, count.lines(), labels);
        metrics.add(Metric.VIOLATION_AMOUNT, count.yuan(), labels);
    }

    private void listed(TallyKey key, Count count, MetricSet.Builder metrics) {
        String mine = key.outcome() != Outcome.COMPLIANT ? NONE : key.declared() ? DECLARED : VERIFIED;
        for (String evidence : List.of(VERIFIED, DECLARED, NONE)) {
            Count counted = evidence.equals(mine) ? count : Count.ZERO;
            String[] labels = {
                key.listId(),
                families.getOrDefault(key.entryId(), OTHER_FAMILY),
                regions.label(key.regionCode()),
                String.valueOf(!evidence.equals(NONE)),
                evidence
            };
            metrics.add(Metric.LISTED_LINES, counted.lines(), labels);
            metrics.add(Metric.LISTED_AMOUNT, counted.yuan(), labels);
        }
    }
}
