package org.greenaudit.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The names are a contract. */
class MetricTest {

    @Test
    void theNamesAndLabelsAreThoseOfTheContract() {
        assertThat(Arrays.stream(Metric.values()).map(MetricTest::signature))
                .containsExactlyInAnyOrder(
                        "greenaudit_run_last_success_timestamp_seconds",
                        "greenaudit_run_last_status",
                        "greenaudit_run_duration_seconds",
                        "greenaudit_run_attempts",
                        "greenaudit_step_duration_seconds step",
                        "greenaudit_lines outcome",
                        "greenaudit_amount_yuan outcome",
                        "greenaudit_violations rule duty region",
                        "greenaudit_violation_amount_yuan rule duty region",
                        "greenaudit_violations_new duty",
                        "greenaudit_violations_resolved duty",
                        "greenaudit_listed_amount_yuan list family region certified evidence",
                        "greenaudit_listed_lines list family region certified evidence",
                        "greenaudit_undetermined reason",
                        "greenaudit_undetermined_oldest_age_seconds region",
                        "greenaudit_undetermined_overdue region",
                        "greenaudit_decisions state region",
                        "greenaudit_decision_amount_yuan state region",
                        "greenaudit_rejected reason",
                        "greenaudit_catalog_info list version fingerprint",
                        "greenaudit_certificates list status",
                        "greenaudit_certificate_registry_timestamp_seconds",
                        "greenaudit_run_progress_timestamp_seconds",
                        "greenaudit_run_lines_evaluated",
                        "greenaudit_run_lines_planned",
                        "greenaudit_run_partitions_done",
                        "greenaudit_run_partitions_open",
                        "greenaudit_run_partitions_waiting",
                        "greenaudit_run_redeliveries",
                        "greenaudit_run_workers",
                        "greenaudit_run_workers_missing_seconds",
                        "greenaudit_lines_processed_total");
    }

    /** Whoever adds a label shows first that it takes few values, here and in {@link LabelValuesTest}. */
    @Test
    void noLabelIsForABuyerASupplierARecordOrAPartition() {
        Set<Label> bounded = EnumSet.of(
                Label.JOB,
                Label.LIST,
                Label.FAMILY,
                Label.REGION,
                Label.CERTIFIED,
                Label.EVIDENCE,
                Label.OUTCOME,
                Label.RULE,
                Label.DUTY,
                Label.REASON,
                Label.STATE,
                Label.STATUS,
                Label.VERSION,
                Label.FINGERPRINT,
                Label.STEP);
        assertThat(Label.values()).containsExactlyInAnyOrderElementsOf(bounded);
    }

    @Test
    void theEndOfANameSaysTypeAndUnit() {
        assertThat(Metric.values())
                .filteredOn(Metric::type, Metric.Type.COUNTER)
                .containsOnly(Metric.LINES_PROCESSED);
        assertThat(Metric.values()).filteredOn(Metric::type, Metric.Type.INFO).containsOnly(Metric.CATALOG_INFO);
        assertThat(Metric.RUN_DURATION.unit()).isEqualTo("seconds");
        assertThat(Metric.LISTED_AMOUNT.unit()).isEqualTo("yuan");
        assertThat(Metric.LISTED_LINES.unit()).isEmpty();
    }

    @Test
    void everyHelpTextIsASentence() {
        assertThat(Metric.values())
                .allSatisfy(metric -> assertThat(metric.help()).endsWith("."));
    }

    private static String signature(Metric metric) {
        String labels = metric.labels().stream().map(Label::id).collect(Collectors.joining(" "));
        return (metric.id() + " " + labels).strip();
    }
}
