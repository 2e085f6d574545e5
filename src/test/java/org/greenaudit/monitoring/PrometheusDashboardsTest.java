package org.greenaudit.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every PromQL query of the dashboards and every recording rule on a real Prometheus, compared with the reports. */
@Tag("server")
class PrometheusDashboardsTest {

    private static final double EXACT = 1e-9;
    private static final double TEN_THOUSAND = 10_000;

    @TempDir
    private static Path dir;

    private static MonitoredNights nights;

    static List<Panel.Query> queries() {
        return Dashboard.allQueries().stream()
                .filter(query -> query.json().has("expr"))
                .toList();
    }

    static List<PromRule> recordings() {
        return PromRule.recording();
    }

    @BeforeAll
    static void audit() throws IOException {
        nights = MonitoredNights.begin(dir);
    }

    @AfterAll
    static void close() {
        nights.close();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void aQueryHasDataOfItsMagnitude(Panel.Query query) {
        Map<Map<String, String>, Double> values = nights.now(query.text());
        assertThat(values).isNotEmpty();
        double all = read("lines");
        double yuan = read("amount_yuan");
        assertThat(values.values()).allMatch(Double::isFinite).allSatisfy(value -> {
            switch (query.panel().unit()) {
                case "percentunit" -> assertThat(value).isBetween(0.0, 1.0);
                case "suffix: 行" -> assertThat(value).isBetween(0.0, 2 * all);
                case "locale" -> assertThat(value).isBetween(0.0, 2 * yuan);
                case "suffix: 万元" -> assertThat(value).isBetween(0.0, 2 * yuan / TEN_THOUSAND);
                case "suffix: 个百分点" -> assertThat(value).isBetween(-100.0, 100.0);
                case "s" -> assertThat(value).isPositive();
                default -> assertThat(value).isNotNegative();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("queries")
    void aHistoryHasDataOfTheEarlierNight(Panel.Query query) {
        boolean kept = query.overTime() && MetricNames.recorded(query.text()).isEmpty();
        boolean constant = MetricNames.exported(query.text()).isEmpty();
        if (kept && !constant) {
            assertThat(nights.aWeekAgo(query.text())).isNotEmpty().doesNotContainValue(Double.NaN);
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void aRecordingRuleHasData(PromRule rule) {
        assertThat(nights.now(rule.name() + "{job=\"sample\"}")).isNotEmpty();
        assertThat(nights.now(rule.name()).values()).allMatch(Double::isFinite);
    }

    @ParameterizedTest
    @CsvSource({"amount", "lines"})
    void sharesByListRegionAndFamilyAreThoseOfTheSummary(String measure) {
        Map<String, Function<Map<String, String>, Map<String, String>>> cuts = Map.of(
                "job_list", row -> labels(row, "list"),
                "job_list_region", row -> labels(row, "list", "region"),
                "job_list_family", row -> labels(row, "list", "family"));
        cuts.forEach((level, labels) -> {
            Map<Map<String, String>, Double> shown =
                    nights.now(level + ":greenaudit_certified_share_" + measure + ":ratio");
            assertClose(shown, share(nights.later().rows("summary.csv"), labels, measure));
        });
    }

    @Test
    void theChangeWithinAYearIsThatBetweenTheTwoSummaries() {
        Function<Map<String, String>, Map<String, String>> byList = row -> labels(row, "list");
        Map<Map<String, String>, Double> before = share(nights.earlier().rows("summary.csv"), byList, "amount");
        Map<Map<String, String>, Double> change = share(nights.later().rows("summary.csv"), byList, "amount");
        change.replaceAll((list, share) -> share - before.get(list));
        assertClose(nights.now("job_list:greenaudit_certified_share_amount:delta365d"), change);
    }

    @ParameterizedTest
    @CsvSource({"amount", "lines"})
    void theWeeklyChangeIsThatBetweenTheTwoSummaries(String measure) {
        Function<Map<String, String>, Map<String, String>> byList = row -> labels(row, "list");
        Map<Map<String, String>, Double> before = share(nights.earlier().rows("summary.csv"), byList, measure);
        Map<Map<String, String>, Double> change = share(nights.later().rows("summary.csv"), byList, measure);
        change.replaceAll((list, share) -> share - before.get(list));
        assertThat(change.values()).anyMatch(value -> value != 0);
        assertClose(nights.now("job_list:greenaudit_certified_share_" + measure + ":delta7d"), change);
    }

    @Test
    void sharesNumeratorsAndDenominatorsOfThePanelAreThoseOfTheSummary() {
        Map<String, ReportRows> lists = nights.later().rows("summary.csv").by(row -> row.get("list"));
        lists.forEach((list, rows) -> {
            Map<String, String> label = Map.of("list", list);
            assertThat(panel("各清单的分子与分母", "A")).containsEntry(label, rows.sum("certified_amount"));
            assertThat(panel("各清单的分子与分母", "B")).containsEntry(label, rows.sum("in_scope_amount"));
            assertThat(panel("各清单的分子与分母", "D")).containsEntry(label, rows.sum("certified_lines"));
            assertThat(panel("各清单的分子与分母", "E")).containsEntry(label, rows.sum("in_scope_lines"));
            double share = rows.sum("certified_amount") / rows.sum("in_scope_amount");
            assertThat(panel("认证占比（按金额）", "A").get(label)).isCloseTo(share, within(EXACT));
            boolean energy = list.equals("energy-saving");
            assertThat(only("与全国 2023 年水平之差（按金额）", energy ? "A" : "B"))
                    .isCloseTo(100 * (share - (energy ? 0.839 : 0.849)), within(1e-6));
        });
    }

    @Test
    void violationsAreThoseOfTheReport() {
        ReportRows violations = nights.later().rows("violations.csv").where(row -> !row.get("duty")
                .equals("advisory"));
        assertThat(only("不符合金额（万元）", "A")).isCloseTo(violations.sum("amount") / TEN_THOUSAND, within(EXACT));
        assertThat(only("强制采购不符合", "A"))
                .isEqualTo(violations.where("duty", "mandatory").count());
        assertThat(only("优先采购不符合", "A"))
                .isEqualTo(violations.where("duty", "priority").count());
        violations.by(row -> row.get("rule_code")).forEach((rule, rows) -> assertThat(
                        panel("各规则涉及金额（万元）", "A").get(Map.of("rule", rule)))
                .isCloseTo(rows.sum("amount") / TEN_THOUSAND, within(EXACT)));
        assertThat(only("不符合率（全部地区）", "B"))
                .isCloseTo(
                        violations.count() / nights.later().rows("summary.csv").sum("in_scope_lines"), within(EXACT));
    }

    @Test
    void whatIsNewIsWhatTheReportMarks() {
        ReportRows marked = nights.later()
                .rows("violations.csv")
                .where(row ->
                        row.get("is_new").equals("true") && !row.get("duty").equals("advisory"));
        assertThat(marked.count()).isPositive();
        assertThat(only("新增与已消除的不符合", "A")).isEqualTo(marked.count());
        assertThat(panel("新增的不符合（最近一次审计）", "A")).containsEntry(Map.of("duty", "mandatory"), (double)
                marked.where("duty", "mandatory").count());
        assertThat(nights.now("ALERTS{alertname=\"GreenauditNewMandatoryViolations\",alertstate=\"firing\"}"))
                .hasSize(1);
    }

    @Test
    void outcomesAreTheControlTotals() {
        Map<Map<String, String>, Double> lines = panel("各结论的行数", "A");
        Map<Map<String, String>, Double> amounts = panel("各结论的金额（元）", "A");
        JsonNode outcomes = totals().path("outcomes");
        assertThat(outcomes).isNotEmpty();
        outcomes.properties().forEach(outcome -> {
            Map<String, String> label = Map.of("outcome", outcome.getKey());
            assertThat(lines)
                    .containsEntry(label, outcome.getValue().path("lines").doubleValue());
            assertThat(amounts)
                    .containsEntry(label, outcome.getValue().path("amount_yuan").doubleValue());
        });
        assertThat(only("读取行数", "A")).isEqualTo(read("lines"));
        assertThat(only("退回（无法读取）", "A"))
                .isEqualTo(nights.later().rows("rejected.csv").count());
        assertThat(sum(panel("待核实的问题", "A")))
                .isEqualTo(nights.later().rows("undetermined.csv").count());
    }

    @Test
    void questionsAreAsOldAsTheReportSays() {
        ReportRows questions = nights.later().rows("undetermined.csv");
        Map<LocalDate, Long> sights = questions.rows().stream()
                .collect(Collectors.groupingBy(row -> LocalDate.parse(row.get("first_seen")), Collectors.counting()));
        assertThat(sights).containsOnlyKeys(SampleNight.EARLIER, SampleNight.LATER);
        assertThat(only("最久的待核实", "A")).isEqualTo(30);
        assertThat(only("超过 30 天的待核实", "A")).as("the 31st day is one too many").isZero();
        questions.by(row -> row.get("region_code")).forEach((region, rows) -> assertThat(
                        panel("各地区的待核实与核定", "A").get(Map.of("region", region.isEmpty() ? "unknown" : region)))
                .isEqualTo(
                        rows.where("first_seen", SampleNight.EARLIER.toString()).count() > 0 ? 30.0 : 0.0));
    }

    @Test
    void theNightCompletedAtOneGo() {
        assertThat(only("状态", "A")).isEqualTo(1);
        assertThat(only("重试", "A")).isZero();
        assertThat(only("所选时间内处理的行数", "A")).isEqualTo(read("lines"));
        assertThat(nights.now("ALERTS{alertname=~\"GreenauditLastRunFailed|GreenauditNoSuccessfulAudit.*\"}"))
                .isEmpty();
    }

    @Test
    void aRunUnderWayShowsItsWorkersItsQueueAndWhatIsLeft() {
        assertThat(only("计算进程", "A")).isEqualTo(2);
        assertThat(only("待领的分区", "A")).isEqualTo(2);
        assertThat(only("重新分发", "A")).isEqualTo(1);
        assertThat(only("分区", "A")).isEqualTo(4);
        assertThat(only("分区", "B")).isEqualTo(6);
        assertThat(only("已审的占比", "A")).isEqualTo(0.4);
        assertThat(only("当前速度", "A")).isPositive();
        assertThat(only("剩余时间", "A")).isPositive();
        assertThat(nights.now("ALERTS{alertname=\"GreenauditWorkersMissing\"}")).isEmpty();
    }

    private static Map<Map<String, String>, Double> panel(String title, String refId) {
        return nights.now(queries().stream()
                .filter(query ->
                        query.panel().title().equals(title) && query.refId().equals(refId))
                .findFirst()
                .orElseThrow()
                .text());
    }

    private static double only(String title, String refId) {
        Map<Map<String, String>, Double> values = panel(title, refId);
        assertThat(values).hasSize(1);
        return values.values().iterator().next();
    }

    private static double sum(Map<Map<String, String>, Double> values) {
        return values.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static void assertClose(Map<Map<String, String>, Double> shown, Map<Map<String, String>, Double> expected) {
        assertThat(shown.keySet()).isEqualTo(expected.keySet());
        expected.forEach((labels, value) ->
                assertThat(shown.get(labels)).as(labels.toString()).isCloseTo(value, within(EXACT)));
    }

    /** The certified share of each cut in which something was bought. */
    private static Map<Map<String, String>, Double> share(
            ReportRows summary, Function<Map<String, String>, Map<String, String>> labels, String measure) {
        Map<Map<String, String>, Double> shares = new HashMap<>();
        summary.rows().stream().collect(Collectors.groupingBy(labels)).forEach((cut, rows) -> {
            ReportRows part = new ReportRows(rows);
            if (part.sum("in_scope_" + measure) > 0) {
                shares.put(cut, part.sum("certified_" + measure) / part.sum("in_scope_" + measure));
            }
        });
        return shares;
    }

    private static Map<String, String> labels(Map<String, String> row, String... names) {
        Map<String, String> labels = new HashMap<>(Map.of("job", "sample"));
        for (String name : names) {
            labels.put(
                    name,
                    switch (name) {
                        case "region" -> row.get("region_code").isEmpty() ? "unknown" : row.get("region_code");
                        case "family" ->
                            String.format(
                                    Locale.ROOT,
                                    "%02d %s",
                                    Integer.valueOf(row.get("family_no")),
                                    row.get("family_name"));
                        default -> row.get(name);
                    });
        }
        return labels;
    }

    private static double read(String measure) {
        return totals().path("read").path(measure).doubleValue();
    }

    private static JsonNode totals() {
        return JsonMapper.builder()
                .build()
                .readTree(nights.later().reports().resolve("manifest.json").toFile())
                .path("control_totals");
    }
}
