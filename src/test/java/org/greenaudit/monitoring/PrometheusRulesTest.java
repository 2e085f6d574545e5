package org.greenaudit.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.greenaudit.metrics.Metric;
import org.greenaudit.testing.Programs;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The rules of Prometheus, checked and run by its own promtool. */
@Tag("server")
class PrometheusRulesTest {

    private static final Path CASES = Path.of("src", "test", "resources", "monitoring");
    private static final List<String> CASE_FILES = List.of("night-test.yml", "week-test.yml", "year-test.yml");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    static List<PromRule> alerts() {
        return PromRule.alerts();
    }

    @Test
    void promtoolAcceptsTheConfigurationAndItsRuleFiles() {
        Programs.Ended ended =
                Programs.run(Programs.PROMTOOL, "", "check", "config", PromRule.FOLDER + "/prometheus.yml");
        assertThat(ended.status()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("2 rule files found", "greenaudit-recording.yml", "greenaudit-alerts.yml");
    }

    @Test
    void promtoolFindsNoFlawInTheRules() {
        Programs.Ended ended = Programs.run(
                Programs.PROMTOOL,
                "",
                "check",
                "rules",
                "--lint-fatal",
                PromRule.RECORDING.toString(),
                PromRule.ALERTS.toString());
        assertThat(ended.status()).as(ended.output()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"night-test.yml", "week-test.yml", "year-test.yml"})
    void rulesGiveWhatTheCasesExpect(String cases) {
        Programs.Ended ended = Programs.run(
                Programs.PROMTOOL, "", "test", "rules", CASES.resolve(cases).toString());
        assertThat(ended.status()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("SUCCESS");
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void everyAlertHasACaseInWhichItFiresAndOneInWhichItDoesNot(PromRule alert) {
        Set<Boolean> fired = new HashSet<>();
        for (String file : CASE_FILES) {
            for (JsonNode test : PromRule.yaml(CASES.resolve(file)).path("tests")) {
                for (JsonNode assertion : test.path("alert_rule_test")) {
                    if (assertion.path("alertname").stringValue("").equals(alert.name())) {
                        fired.add(!assertion.path("exp_alerts").isEmpty());
                    }
                }
            }
        }
        assertThat(fired).containsExactlyInAnyOrder(true, false);
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void everyAlertSaysHowGraveItIsWhatItMeansAndWhatToDo(PromRule alert) throws IOException {
        assertThat(alert.severity()).isIn("warning", "critical");
        assertThat(alert.annotation("summary")).containsPattern(CHINESE);
        assertThat(alert.annotation("description")).containsPattern(CHINESE);
        assertThat(alert.annotation("description_en")).matches("(?s).*\\w{3,} \\w+ \\w+.*");
        assertThat(alert.annotation("description_en")).doesNotContainPattern(CHINESE);
        for (Map.Entry<String, String> page : Map.of("runbook_url", "runbook.zh-CN.md", "runbook_url_en", "runbook.md")
                .entrySet()) {
            String[] address = alert.annotation(page.getKey()).split("#", 2);
            assertThat(address[0]).isEqualTo("src/docs/" + page.getValue());
            assertThat(headings(Path.of(address[0]))).contains(address[1]);
        }
    }

    @Test
    void rulesNameOnlyWhatTheProgramExportsAndWhatIsRecorded() {
        Set<String> exported = Arrays.stream(Metric.values()).map(Metric::id).collect(Collectors.toSet());
        Set<String> recorded = PromRule.recording().stream().map(PromRule::name).collect(Collectors.toSet());
        assertThat(recorded).hasSameSizeAs(PromRule.recording());
        for (List<PromRule> rules : List.of(PromRule.recording(), PromRule.alerts())) {
            for (PromRule rule : rules) {
                assertThat(exported).as(rule.name()).containsAll(MetricNames.exported(rule.expression()));
                assertThat(recorded).as(rule.name()).containsAll(MetricNames.recorded(rule.expression()));
            }
        }
    }

    @Test
    void scrapesKeepTheNameOfTheAuditJob() throws IOException {
        JsonNode configuration = PromRule.yaml(PromRule.FOLDER.resolve("prometheus.yml"));
        assertThat(configuration.path("scrape_configs")).isNotEmpty();
        for (JsonNode scrape : configuration.path("scrape_configs")) {
            assertThat(scrape.path("honor_labels").booleanValue(false)).isTrue();
        }
        long scrapes = occurrences("job_name: ");
        assertThat(occurrences("honor_labels: true")).as("examples included").isEqualTo(scrapes);
    }

    private static long occurrences(String text) throws IOException {
        return Files.readAllLines(PromRule.FOLDER.resolve("prometheus.yml")).stream()
                .filter(line -> line.contains(text))
                .count();
    }

    /** The anchors that a Git host gives the headings of a Markdown file. */
    private static Set<String> headings(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} -]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}
