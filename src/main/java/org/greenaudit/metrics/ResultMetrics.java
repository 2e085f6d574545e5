package org.greenaudit.metrics;

import java.util.List;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.LineOutcome;
import org.greenaudit.assessment.RunCounts;
import org.greenaudit.assessment.TallyKey;
import org.greenaudit.catalog.Duty;
import org.greenaudit.message.OpenQuestion;
import org.greenaudit.purchase.RejectReason;
import org.greenaudit.rules.Outcome;
import org.greenaudit.rules.RuleBook;

/** The metrics of a run's results. Where the set of label values is fixed, all of them are published, zeros included. */
final class ResultMetrics {

    private static final String VERIFIED = "verified";
    private static final String DECLARED = "declared";
    private static final String NONE = "none";

    private final RegionLabels regions;
    private final FamilyLabels families;

    ResultMetrics(RegionLabels regions, FamilyLabels families) {
        this.regions = regions;
        this.families = families;
    }

    /** Adds the counts of a run. */
    void count(RunCounts counts, MetricSet.Builder metrics) {
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
                families.label(key.entryId()),
                regions.label(key.regionCode()),
                String.valueOf(!evidence.equals(NONE)),
                evidence
            };
            metrics.add(Metric.LISTED_LINES, counted.lines(), labels);
            metrics.add(Metric.LISTED_AMOUNT, counted.yuan(), labels);
        }
    }
}
