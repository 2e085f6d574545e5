package org.greenaudit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.Indicator;
import org.greenaudit.assessment.Indicators;
import org.greenaudit.assessment.OpenQuestions;
import org.greenaudit.assessment.RunCounts;
import org.greenaudit.assessment.TallyKey;
import org.greenaudit.catalog.Duty;
import org.greenaudit.rules.DecisionUse;
import org.greenaudit.rules.Outcome;
import org.junit.jupiter.api.Test;

/** What a run's metrics say. */
class RunMetricsTest {

    private final MetricSet night = Runs.night();

    @Test
    void theOfficialShareIsARatioOfListedMetrics() {
        Indicator official = Indicators.of(Runs.counts()).total();
        assertThat(sum(Metric.LISTED_LINES, "true"))
                .isEqualByComparingTo(BigDecimal.valueOf(official.certified().lines()));
        assertThat(sum(Metric.LISTED_LINES, "true").add(sum(Metric.LISTED_LINES, "false")))
                .isEqualByComparingTo(BigDecimal.valueOf(official.inScope().lines()));
        assertThat(sum(Metric.LISTED_AMOUNT, "true"))
                .isEqualByComparingTo(BigDecimal.valueOf(official.certified().amountFen(), 2));
        assertThat(sum(Metric.LISTED_AMOUNT, "true").add(sum(Metric.LISTED_AMOUNT, "false")))
                .isEqualByComparingTo(BigDecimal.valueOf(official.inScope().amountFen(), 2));
    }

    @Test
    void declaredAndVerifiedPurchasesAreApart() {
        RunCounts counts = new RunCounts();
        for (boolean declared : new boolean[] {true, false}) {
            RunCounts.plus(
                    counts.tallies(),
                    new TallyKey(
                            Runs.ENERGY,
                            "ES2019-01-01",
                            "361000",
                            "",
                            "B-1",
                            "虚构单位",
                            Duty.MANDATORY,
                            Outcome.COMPLIANT,
                            "",
                            declared,
                            false),
                    new Count(declared ? 3 : 5, 100));
        }
        MetricSet metrics = RunMetrics.of(Runs.facts(counts, Optional.empty()), Runs.TIMING);
        assertThat(listed(metrics, "true", "declared")).contains(BigDecimal.valueOf(3));
        assertThat(listed(metrics, "true", "verified")).contains(BigDecimal.valueOf(5));
        assertThat(listed(metrics, "false", "none")).contains(BigDecimal.ZERO);
    }

    private static Optional<BigDecimal> listed(MetricSet metrics, String certified, String evidence) {
        return Runs.value(metrics, Metric.LISTED_LINES, Runs.ENERGY, "01 计算机设备", "361000", certified, evidence);
    }

    @Test
    void whatHadValuesInThePreviousRunAndHasNoneNowIsZero() {
        assertThat(Runs.value(night, Metric.VIOLATIONS, "L3", "priority", "361021"))
                .contains(BigDecimal.ZERO);
        assertThat(Runs.value(night, Metric.VIOLATION_AMOUNT, "L3", "priority", "361021"))
                .contains(BigDecimal.ZERO);
        assertThat(Runs.value(night, Metric.LISTED_LINES, Runs.ECO, "03 输入输出设备", "361021", "true", "verified"))
                .contains(BigDecimal.ZERO);
    }

    @Test
    void withoutAPreviousRunNothingIsInvented() {
        MetricSet first = RunMetrics.of(Runs.facts(Runs.counts(), Optional.empty()), Runs.TIMING);
        assertThat(Runs.value(first, Metric.VIOLATIONS, "L3", "priority", "361021"))
                .isEmpty();
    }

    @Test
    void everyOutcomeReasonAndDutyIsThereOnAnEmptyNight() {
        MetricSet empty = RunMetrics.of(Runs.facts(new RunCounts(), Optional.empty()), Runs.TIMING);
        assertThat(Runs.value(empty, Metric.LINES, "violation")).contains(BigDecimal.ZERO);
        assertThat(Runs.value(empty, Metric.REJECTED, "duplicate-record")).contains(BigDecimal.ZERO);
        assertThat(Runs.value(empty, Metric.UNDETERMINED, "model-unknown")).contains(BigDecimal.ZERO);
        assertThat(Runs.value(empty, Metric.VIOLATIONS_NEW, "mandatory")).contains(BigDecimal.valueOf(2));
        assertThat(Runs.value(empty, Metric.CERTIFICATES, Runs.ECO, "revoked")).contains(BigDecimal.ZERO);
    }

    @Test
    void theOldestQuestionOfALabelIsThatOfItsOldestRegion() {
        RunCounts counts = new RunCounts();
        question(counts, "361002100", 31, 1);
        question(counts, "361002", 30, 0);
        question(counts, "361002200", 400, 5);
        question(counts, "361000", 0, 0);
        Runs.tally(counts, "ES2019-01-01", "361021", Duty.MANDATORY, Outcome.COMPLIANT, "", new Count(1, 1));
        MetricSet metrics = RunMetrics.of(Runs.facts(counts, Optional.empty()), Runs.TIMING);
        assertThat(Runs.value(metrics, Metric.UNDETERMINED_AGE, "361002")).contains(BigDecimal.valueOf(400 * 86_400L));
        assertThat(Runs.value(metrics, Metric.UNDETERMINED_OVERDUE, "361002")).contains(BigDecimal.valueOf(6));
        assertThat(Runs.value(metrics, Metric.UNDETERMINED_AGE, "361000")).contains(BigDecimal.ZERO);
        assertThat(Runs.value(metrics, Metric.UNDETERMINED_AGE, "361021"))
                .as("a region without questions")
                .contains(BigDecimal.ZERO);
    }

    private static void question(RunCounts counts, String region, int days, long late) {
        Runs.tally(
                counts, "ES2019-01-01", region, Duty.MANDATORY, Outcome.UNDETERMINED, "several-goods", new Count(1, 1));
        RunCounts.plus(
                counts.questions(),
                region,
                new OpenQuestions(Runs.run().auditDate().minusDays(days), new Count(late, late)));
    }

    @Test
    void everyStateOfADecisionIsThereWhereverSomethingWasBought() {
        assertThat(Runs.value(night, Metric.DECISIONS, "applied", "361000")).contains(BigDecimal.valueOf(2));
        assertThat(Runs.value(night, Metric.DECISION_AMOUNT, "stale", "361000")).contains(new BigDecimal("700.50"));
        assertThat(Runs.value(night, Metric.DECISIONS, "expired", "361000")).contains(BigDecimal.ZERO);
        assertThat(Runs.value(night, Metric.DECISIONS, "stale", "unknown")).contains(BigDecimal.ZERO);
    }

    @Test
    void aRegionThatOnlyDecisionsNameKeepsItsCode() {
        RunCounts counts = new RunCounts();
        RunCounts.plus(
                counts.decisions(), new RunCounts.DecisionKey("361021", DecisionUse.State.APPLIED), new Count(1, 100));
        MetricSet metrics = RunMetrics.of(Runs.facts(counts, Optional.empty()), Runs.TIMING);
        assertThat(Runs.value(metrics, Metric.DECISIONS, "applied", "361021")).contains(BigDecimal.ONE);
    }

    @Test
    void aFailureSaysHowItEndedAndNothingElse() {
        MetricSet failed = RunMetrics.failed("city", Duration.ofMillis(1_500));
        assertThat(failed.metrics()).containsExactlyInAnyOrder(Metric.RUN_LAST_STATUS, Metric.RUN_DURATION);
        assertThat(Runs.value(failed, Metric.RUN_DURATION)).contains(new BigDecimal("1.500"));
        MetricSet after = night.updatedBy(failed);
        assertThat(Runs.value(after, Metric.RUN_LAST_STATUS)).contains(BigDecimal.ZERO);
        assertThat(after.only(m -> !failed.metrics().contains(m)).values())
                .isEqualTo(night.only(m -> !failed.metrics().contains(m)).values());
    }

    @Test
    void aSeriesHasAValueForEachLabelOfItsMetric() {
        assertThatThrownBy(() -> new Series(Metric.LINES, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private BigDecimal sum(Metric metric, String certified) {
        return night.values().entrySet().stream()
                .filter(e ->
                        e.getKey().metric() == metric && e.getKey().labels().contains(certified))
                .map(java.util.Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
