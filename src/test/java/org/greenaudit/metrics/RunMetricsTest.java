package org.greenaudit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.greenaudit.assessment.Indicator;
import org.greenaudit.assessment.Indicators;
import org.greenaudit.assessment.RunCounts;
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
    void whatHadValuesInThePreviousRunAndHasNoneNowIsZero() {
        assertThat(Runs.value(night, Metric.VIOLATIONS, "L3", "priority", "361021"))
                .contains(BigDecimal.ZERO);
        assertThat(Runs.value(night, Metric.VIOLATION_AMOUNT, "L3", "priority", "361021"))
                .contains(BigDecimal.ZERO);
        assertThat(Runs.value(night, Metric.LISTED_LINES, Runs.ECO, "03 输入输出设备", "361021", "true"))
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
