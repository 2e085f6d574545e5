package org.greenaudit.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.load.CatalogLoader;
import org.greenaudit.metrics.Metric;
import org.greenaudit.purchase.FeedColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The dashboard files by themselves. */
class DashboardFilesTest {

    private static final int COLUMNS = 24;
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern BOTH_LANGUAGES =
            Pattern.compile("[^\n]*\\p{IsHan}[^\n]*。\n\n[A-Z][^\n\\p{IsHan}]{8,}\\.");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([a-zA-Z_][a-zA-Z_0-9]*)");
    private static final Set<String> PLAIN_NUMBERS = Set.of("状态", "运行状态");

    static List<Dashboard> dashboards() {
        return Dashboard.all();
    }

    static List<Panel> panels() {
        return Dashboard.all().stream()
                .flatMap(dashboard -> dashboard.panels().stream())
                .toList();
    }

    @Test
    void uidsAreUnique() {
        assertThat(dashboards())
                .extracting(Dashboard::uid)
                .containsExactly("greenaudit-compliance", "greenaudit-night-run", "greenaudit-units");
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void aDashboardIsOfACurrentSchemaAndOpensInTheZoneOfTheAudit(Dashboard dashboard) {
        assertThat(dashboard.json().path("schemaVersion").intValue()).isGreaterThanOrEqualTo(39);
        assertThat(dashboard.json().path("timezone").stringValue("")).isEqualTo("Asia/Shanghai");
        assertThat(dashboard.json().path("title").stringValue("")).containsPattern(CHINESE);
        assertThat(dashboard.json().path("description").stringValue("")).matches(BOTH_LANGUAGES);
        assertThat(dashboard.json().path("id").isNull()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void panelIdsAreUnique(Dashboard dashboard) {
        assertThat(dashboard.panelsAndRows())
                .extracting(panel -> panel.json().path("id").intValue())
                .doesNotHaveDuplicates()
                .allMatch(id -> id > 0);
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void panelsLieInTheGridAndNeverOnEachOther(Dashboard dashboard) {
        Map<List<Integer>, Panel> taken = new HashMap<>();
        for (Panel panel : dashboard.panelsAndRows()) {
            JsonNode grid = panel.json().path("gridPos");
            int left = grid.path("x").intValue();
            int right = left + grid.path("w").intValue();
            assertThat(right).as(panel.toString()).isBetween(left + 1, COLUMNS);
            int top = grid.path("y").intValue();
            for (int y = top; y < top + grid.path("h").intValue(); y++) {
                for (int x = left; x < right; x++) {
                    assertThat(taken.put(List.of(x, y), panel))
                            .as(panel.toString())
                            .isNull();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("panels")
    void aPanelHasAChineseTitleADescriptionInBothLanguagesAndAUnit(Panel panel) {
        assertThat(panel.title()).containsPattern(CHINESE);
        assertThat(panel.json().path("description").stringValue("")).matches(BOTH_LANGUAGES);
        boolean everyColumnItsOwn = panel.type().equals("table");
        if (everyColumnItsOwn) {
            assertThat(panel.json().toString()).containsAnyOf("suffix: 元", "suffix: 行", "suffix: 张", "csv", "Iso");
        } else if (!PLAIN_NUMBERS.contains(panel.title())) {
            assertThat(panel.unit()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("panels")
    void aPanelSaysSomethingReadableWhenAValueIsMissing(Panel panel) {
        assertThat(panel.json()
                        .path("fieldConfig")
                        .path("defaults")
                        .path("noValue")
                        .stringValue(""))
                .isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyDataSourceIsAVariableOfItsKind(Dashboard dashboard) {
        Map<String, String> kinds = new HashMap<>();
        for (JsonNode variable : dashboard.variables()) {
            if (variable.path("type").stringValue("").equals("datasource")) {
                kinds.put(
                        "${" + variable.path("name").stringValue("") + "}",
                        variable.path("query").stringValue(""));
            }
        }
        List<JsonNode> used = dashboard.json().findValues("datasource");
        assertThat(used).isNotEmpty();
        for (JsonNode source : used) {
            assertThat(kinds)
                    .containsEntry(
                            source.path("uid").stringValue(""),
                            source.path("type").stringValue(""));
        }
    }

    @ParameterizedTest
    @MethodSource("panels")
    void everyPanelAndQueryNamesItsDataSource(Panel panel) {
        assertThat(panel.json().path("datasource").isObject()).isTrue();
        assertThat(panel.queries()).isNotEmpty();
        assertThat(panel.queries()).extracting(Panel.Query::refId).doesNotHaveDuplicates();
        for (Panel.Query query : panel.queries()) {
            assertThat(query.json().path("datasource")).isEqualTo(panel.json().path("datasource"));
            assertThat(query.text()).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void variablesAreThereWhereTheyAreUsedAndUsedWhereTheyAreThere(Dashboard dashboard) {
        Set<String> used = new HashSet<>();
        Matcher matcher = VARIABLE.matcher(dashboard.json().toString());
        while (matcher.find()) {
            used.add(matcher.group(1));
        }
        used.removeIf(name -> name.startsWith("__"));
        assertThat(used).containsExactlyInAnyOrderElementsOf(dashboard.variableNames());
        assertThat(dashboard.variableNames()).contains("job").doesNotHaveDuplicates();
    }

    @Test
    void thePagesOnPurchasesCanBeCutByRegionAndList() {
        assertThat(Dashboard.named("compliance.json").variableNames()).contains("region", "list");
        assertThat(Dashboard.named("units.json").variableNames()).contains("region", "list", "buyer", "run");
    }

    @Test
    void aRegionHasTheSameNameInTablesAndInTheLegend() {
        Map<String, String> legend = new HashMap<>();
        Set<Map<String, String>> tables = new HashSet<>();
        for (Panel panel : Dashboard.named("compliance.json").panels()) {
            for (JsonNode step : panel.json().path("transformations")) {
                Matcher code = Pattern.compile("\\^(\\d{6}) \\(\\.\\*\\)")
                        .matcher(step.path("options").path("regex").stringValue(""));
                if (code.matches()) {
                    String name = step.path("options").path("renamePattern").stringValue("");
                    legend.put(code.group(1), name.replace("$1", code.group(1)));
                }
            }
            for (JsonNode override : panel.json().path("fieldConfig").path("overrides")) {
                if (override.path("matcher").path("options").stringValue("").equals("地区")) {
                    Map<String, String> names = new HashMap<>();
                    override.path("properties")
                            .path(0)
                            .path("value")
                            .path(0)
                            .path("options")
                            .forEachEntry((code, text) ->
                                    names.put(code, text.path("text").stringValue("")));
                    names.keySet().removeIf(code -> !code.matches("\\d{6}"));
                    tables.add(names);
                }
            }
        }
        assertThat(tables).containsExactly(legend);
        assertThat(legend).isNotEmpty();
    }

    @Test
    void panelsNameOnlyWhatTheProgramExportsAndWhatIsRecorded() {
        Set<String> exported = Arrays.stream(Metric.values()).map(Metric::id).collect(Collectors.toSet());
        Set<String> recorded = PromRule.recording().stream().map(PromRule::name).collect(Collectors.toSet());
        Set<String> shown = new HashSet<>();
        for (Panel.Query query : Dashboard.allQueries()) {
            Set<String> names = MetricNames.exported(query.json().path("expr").stringValue(""));
            shown.addAll(names);
            assertThat(exported).as(query.toString()).containsAll(names);
            assertThat(recorded)
                    .as(query.toString())
                    .containsAll(MetricNames.recorded(query.json().path("expr").stringValue("")));
        }
        exported.remove(Metric.CATALOG_INFO.id());
        assertThat(shown).as("every number of the program is to be seen").containsAll(exported);
    }

    @Test
    void theReferenceIsTheNationalFigureOfTheYearThatItNames() {
        CatalogSnapshot catalogs = CatalogLoader.load(List.of(Path.of("catalogs")), FeedColumn.headers());
        List<String> seen = new ArrayList<>();
        for (Panel panel : Dashboard.named("compliance.json").panels()) {
            for (Panel.Query query : panel.queries()) {
                String legend = query.json().path("legendFormat").stringValue("");
                Matcher year = Pattern.compile("全国 (\\d{4}) 年：(.*) ([0-9.]+)%").matcher(legend);
                if (year.matches()) {
                    String list = year.group(2).equals("节能产品") ? "energy-saving" : "eco-label";
                    var figure = catalogs.latestIndicator(list).orElseThrow();
                    assertThat(year.group(1)).isEqualTo(String.valueOf(figure.year()));
                    assertThat(new BigDecimal(year.group(3))).isEqualByComparingTo(figure.sharePercent());
                    assertThat(new BigDecimal(query.text()).movePointRight(2))
                            .isEqualByComparingTo(figure.sharePercent());
                    seen.add(list);
                }
            }
        }
        assertThat(seen).containsExactly("energy-saving", "eco-label");
    }

    @Test
    void namesOfOutcomesReasonsAndQuestionsAreThoseOfTheReports() throws IOException {
        String report = Files.readString(Path.of("src/main/resources/messages/report.properties"));
        String purchase = Files.readString(Path.of("src/main/resources/messages/purchase.properties"));
        int names = 0;
        for (Panel panel : Dashboard.named("night-run.json").panels()) {
            for (JsonNode override : panel.json().path("fieldConfig").path("overrides")) {
                String id = override.path("matcher").path("options").stringValue("");
                String name = override.path("properties").path(0).path("value").stringValue("");
                if (panel.title().equals("退回的原因")) {
                    assertThat(purchase).contains("reject." + id + "=" + name + "\n");
                    names++;
                } else if (panel.title().equals("待核实的问题")) {
                    assertThat(report).contains("report.question." + id + "=" + name + "\n");
                    names++;
                } else if (panel.title().equals("各结论的金额（元）")) {
                    assertThat(report).contains("report.outcome." + id + "=" + name + "\n");
                    names++;
                }
            }
        }
        assertThat(names)
                .isEqualTo(org.greenaudit.purchase.RejectReason.values().length
                        + org.greenaudit.rules.RuleBook.questions().size()
                        + org.greenaudit.assessment.LineOutcome.values().length);
    }
}
