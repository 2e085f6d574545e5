package org.greenaudit.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.LineOutcome;
import org.greenaudit.assessment.OpenQuestions;
import org.greenaudit.assessment.RunCounts;
import org.greenaudit.assessment.TallyKey;
import org.greenaudit.catalog.CertificateStanding;
import org.greenaudit.catalog.Duty;
import org.greenaudit.message.OpenQuestion;
import org.greenaudit.purchase.RejectReason;
import org.greenaudit.rules.DecisionUse;
import org.greenaudit.rules.Outcome;
import org.greenaudit.rules.RuleBook;
import org.junit.jupiter.api.Test;

/** Whatever stands in a feed, the labels take few values: none of them is a buyer, a supplier, a record or a partition. */
class LabelValuesTest {

    private static final Map<Label, Predicate<String>> ALLOWED = new EnumMap<>(Label.class);

    static {
        ALLOWED.put(Label.LIST, Set.of(Runs.ENERGY, Runs.ECO)::contains);
        ALLOWED.put(Label.FAMILY, Set.of("01 计算机设备", "02 计算机网络设备", "03 输入输出设备", "other")::contains);
        ALLOWED.put(Label.REGION, Pattern.compile("[1-8][0-9]{5}|unknown|other").asMatchPredicate());
        ALLOWED.put(Label.EVIDENCE, Set.of("verified", "declared", "none")::contains);
        ALLOWED.put(Label.CERTIFIED, Set.of("true", "false")::contains);
        ALLOWED.put(Label.OUTCOME, ids(Arrays.stream(LineOutcome.values()).map(LineOutcome::id)));
        ALLOWED.put(Label.RULE, Pattern.compile("[MPL][1-7]|C0[1-3]").asMatchPredicate());
        ALLOWED.put(Label.DUTY, ids(Arrays.stream(Duty.values()).map(Duty::id)));
        ALLOWED.put(
                Label.REASON,
                ids(Stream.concat(
                        RuleBook.questions().stream().map(OpenQuestion::id),
                        Arrays.stream(RejectReason.values()).map(RejectReason::id))));
        ALLOWED.put(Label.STATE, ids(Arrays.stream(DecisionUse.State.values()).map(DecisionUse.State::id)));
        ALLOWED.put(
                Label.STATUS, ids(Arrays.stream(CertificateStanding.values()).map(CertificateStanding::id)));
        ALLOWED.put(Label.VERSION, version -> version.startsWith("2019 "));
        ALLOWED.put(Label.FINGERPRINT, Pattern.compile("f{64}").asMatchPredicate());
        ALLOWED.put(Label.STEP, Set.of("prepare", "evaluate", "assess", "report")::contains);
    }

    @Property(tries = 200)
    void everyLabelOfAnyFeedHasABoundedValue(@ForAll("shiftedCells") List<String> cells) {
        RunCounts counts = new RunCounts();
        for (String cell : cells) {
            for (Outcome outcome : Outcome.values()) {
                String rule =
                        switch (outcome) {
                            case VIOLATION -> "M1";
                            case UNDETERMINED -> "kind-ambiguous";
                            default -> "";
                        };
                RunCounts.plus(
                        counts.tallies(),
                        new TallyKey(
                                Runs.ENERGY,
                                "ES2019-01-01",
                                cell,
                                cell,
                                cell,
                                cell,
                                Duty.MANDATORY,
                                outcome,
                                rule,
                                false,
                                false),
                        new Count(1, 100));
            }
        }
        for (String cell : cells) {
            RunCounts.plus(
                    counts.decisions(),
                    new RunCounts.DecisionKey(cell + "0", DecisionUse.State.STALE),
                    new Count(1, 100));
            RunCounts.plus(counts.questions(), cell, new OpenQuestions(LocalDate.of(2026, 1, 1), Count.ZERO));
        }
        MetricSet metrics = RunMetrics.of(Runs.facts(counts, Optional.of(counts)), Runs.TIMING);
        for (Series series : metrics.values().keySet()) {
            for (int i = 0; i < series.labels().size(); i++) {
                Label label = series.metric().labels().get(i);
                assertThat(series.labels().get(i)).as(label.id()).matches(ALLOWED.get(label));
            }
        }
        assertThat(regions(metrics)).hasSizeLessThanOrEqualTo(RegionLabels.MOST + 2);
    }

    @Test
    void numbersOfTwelveDigitsThatLookLikeRegionsAreStillFew() {
        RunCounts counts = new RunCounts();
        for (int i = 0; i < 5_000; i++) {
            tally(counts, String.valueOf(110_000_000_000L + 7_000_000L * i), 1);
        }
        tally(counts, "361000", 2);
        MetricSet metrics = RunMetrics.of(Runs.facts(counts, Optional.empty()), Runs.TIMING);
        assertThat(regions(metrics)).hasSize(RegionLabels.MOST + 1).contains("361000", "other");
        assertThat(metrics.values().entrySet().stream()
                        .filter(e -> e.getKey().metric() == Metric.VIOLATIONS)
                        .mapToLong(e -> e.getValue().longValue())
                        .sum())
                .as("no line is lost")
                .isEqualTo(5_002);
    }

    @Test
    void aTownshipCountsForItsCounty() {
        RunCounts counts = new RunCounts();
        tally(counts, "361002", 1);
        tally(counts, "361002100", 1);
        tally(counts, "361002100001", 1);
        tally(counts, "36100", 1);
        tally(counts, "", 1);
        MetricSet metrics = RunMetrics.of(Runs.facts(counts, Optional.empty()), Runs.TIMING);
        assertThat(Runs.value(metrics, Metric.VIOLATIONS, "M1", "mandatory", "361002"))
                .contains(java.math.BigDecimal.valueOf(3));
        assertThat(Runs.value(metrics, Metric.VIOLATIONS, "M1", "mandatory", "other"))
                .contains(java.math.BigDecimal.ONE);
        assertThat(Runs.value(metrics, Metric.VIOLATIONS, "M1", "mandatory", "unknown"))
                .contains(java.math.BigDecimal.ONE);
    }

    @Provide
    Arbitrary<List<String>> shiftedCells() {
        return Arbitraries.oneOf(
                        Arbitraries.strings().ofMaxLength(32),
                        Arbitraries.strings().numeric().ofMinLength(5).ofMaxLength(13),
                        Arbitraries.of(
                                "虚构单位", "91361000MA35TEST01", "R-2026-0001", "p0", "361000", "３６１０００", " 361000"))
                .list()
                .ofMaxSize(40);
    }

    private static void tally(RunCounts counts, String region, long lines) {
        Runs.tally(
                counts, "ES2019-01-01", region, Duty.MANDATORY, Outcome.VIOLATION, "M1", new Count(lines, 100 * lines));
    }

    private static Set<String> regions(MetricSet metrics) {
        Set<String> regions = new TreeSet<>();
        metrics.values().keySet().forEach(series -> {
            int at = series.metric().labels().indexOf(Label.REGION);
            if (at >= 0) {
                regions.add(series.labels().get(at));
            }
        });
        return regions;
    }

    private static Predicate<String> ids(Stream<String> ids) {
        return Set.copyOf(ids.toList())::contains;
    }
}
