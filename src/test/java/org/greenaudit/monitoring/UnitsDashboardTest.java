package org.greenaudit.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greenaudit.testing.DatabaseServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every SQL query of the units' dashboard on a real server, after two nights of the sample. */
@Tag("database")
class UnitsDashboardTest {

    private static final Dashboard DASHBOARD = Dashboard.named("units.json");

    @TempDir
    private static Path dir;

    private static SampleNight night;
    private static Connection connection;

    private SqlVariables variables;

    static List<Panel> panels() {
        return DASHBOARD.panels();
    }

    /** Texts that end a quoted value of MySQL, and two units whose parts joined by a stroke are the same text. */
    static List<CopiedUnit> oddUnits() {
        return List.of(
                new CopiedUnit(1000, "36\\'1", "B'1", "甲\\ 局's \"乙\" \\"),
                new CopiedUnit(1001, "361002|x", "a", "b"),
                new CopiedUnit(1002, "361002", "x|a", "b"));
    }

    @BeforeAll
    static void audit() throws SQLException {
        DatabaseServer.Schema schema = DatabaseServer.shared().schema();
        String[] store = {
            "--spring.datasource.url=" + schema.url(),
            "--spring.datasource.username=" + schema.user(),
            "--spring.datasource.password=" + schema.password(),
            "--greenaudit.data-dir=" + dir.resolve("data")
        };
        SampleNight.audit(SampleNight.EARLIER, dir.resolve("reports"), store);
        night = SampleNight.audit(SampleNight.LATER, dir.resolve("reports"), store);
        connection = schema.connect();
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    @BeforeEach
    void fill() throws SQLException {
        variables = new SqlVariables(connection, DASHBOARD);
    }

    @ParameterizedTest
    @MethodSource("panels")
    void aPanelHasData(Panel panel) throws SQLException {
        for (Panel.Query query : panel.queries()) {
            assertThat(variables.run(query.text()))
                    .as(query.toString())
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.values()).anyMatch(value -> !value.isEmpty()));
        }
    }

    @Test
    void variablesOfferTheNewestRunFirstAndEveryRegionListAndUnit() {
        assertThat(variables.choices("job")).containsExactly("sample");
        assertThat(variables.choices("run")).hasSize(2).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(variables.choices("list")).containsExactly("eco-label", "energy-saving");
        assertThat(new HashSet<>(variables.choices("region")))
                .hasSameSizeAs(variables.choices("region"))
                .isEqualTo(
                        night.rows("buyers.csv").by(UnitsDashboardTest::region).keySet());
        assertThat(variables.choices("buyer"))
                .hasSize(night.rows("buyers.csv").count())
                .doesNotHaveDuplicates();
    }

    @Test
    void theTotalsAreThoseOfTheSummary() throws SQLException {
        ReportRows summary = night.rows("summary.csv");
        assertThat(value("清单内采购金额（元）")).isEqualTo(summary.sum("in_scope_amount"));
        assertThat(value("认证占比（按金额）"))
                .isCloseTo(summary.sum("certified_amount") / summary.sum("in_scope_amount"), within(0.0001));
        assertThat(value("不符合")).isEqualTo(summary.sum("violated_lines"));
        assertThat(value("不符合金额（元）")).isEqualTo(summary.sum("violated_amount"));
        assertThat(value("采购单位")).isEqualTo(night.rows("buyers.csv").count());
        assertThat(value("有重复不符合的单位"))
                .isPositive()
                .isEqualTo(night.rows("buyers.csv")
                        .where(row -> !row.get("repeat_violations").equals("0"))
                        .count());
    }

    @Test
    void theTotalsFollowTheChosenListAndRegion() throws SQLException {
        variables.choose("list", "eco-label");
        variables.choose("region", "361002");
        ReportRows summary =
                night.rows("summary.csv").where("list", "eco-label").where("region_code", "361002");
        assertThat(summary.count()).isPositive();
        assertThat(value("清单内采购金额（元）")).isEqualTo(summary.sum("in_scope_amount"));
        assertThat(value("不符合金额（元）")).isEqualTo(summary.sum("violated_amount"));
    }

    @Test
    void theRankingIsThatOfTheReport() throws SQLException {
        List<Map<String, String>> expected = night.rows("buyers.csv").rows();
        List<Map<String, String>> ranking = rows("单位排名（由低到高）");
        assertThat(ranking).hasSameSizeAs(expected);
        for (int i = 0; i < ranking.size(); i++) {
            Map<String, String> shown = ranking.get(i);
            Map<String, String> unit = expected.get(i);
            assertThat(shown)
                    .containsEntry("排名", String.valueOf(i + 1))
                    .containsEntry("采购单位", unit.get("buyer_name"))
                    .containsEntry("得分", unit.get("score"))
                    .containsEntry("清单内行数", unit.get("in_scope_lines"))
                    .containsEntry("清单内金额", unit.get("in_scope_amount"))
                    .containsEntry("强制不符合行数", unit.get("mandatory_violation_lines"))
                    .containsEntry("强制不符合金额", unit.get("mandatory_violation_amount"))
                    .containsEntry("优先不符合行数", unit.get("priority_shortfall_lines"))
                    .containsEntry("待核实行数", unit.get("undetermined_lines"))
                    .containsEntry("重复不符合", unit.get("repeat_violations"))
                    .containsEntry("最早未消除天数", unit.get("oldest_open_days"))
                    .containsEntry("评级", unit.get("grade").equals("not graded") ? "未评级" : unit.get("grade"));
        }
    }

    @Test
    void theLinesAreTheViolationsOfTheReportInItsOrder() throws SQLException {
        List<String> expected = violations().rows().stream()
                .map(row -> row.get("record_id") + row.get("list") + row.get("rule_code"))
                .toList();
        assertThat(expected).hasSizeBetween(100, 1000);
        assertThat(rows("不符合的采购明细（前 1000 行）"))
                .extracting(row -> row.get("记录编号") + row.get("清单") + row.get("规则"))
                .isEqualTo(expected);
    }

    @Test
    void aChosenUnitShowsItsOwnLinesOnly() throws SQLException {
        Map<String, String> worst = rows("单位排名（由低到高）").get(0);
        variables.choose("buyer", worst.get("键"));
        assertThat(rows("单位排名（由低到高）")).containsExactly(worst);
        ReportRows expected = violations().where("buyer_name", worst.get("采购单位"));
        assertThat(expected.count()).isPositive();
        assertThat(rows("不符合的采购明细（前 1000 行）")).hasSize(expected.count()).allSatisfy(row -> assertThat(row)
                .containsEntry("采购单位", worst.get("采购单位")));
    }

    @ParameterizedTest
    @MethodSource("oddUnits")
    void aUnitIsChosenAloneWhateverItsRegionCodeAndNameHold(CopiedUnit unit) throws SQLException {
        Map<String, String> worst = rows("单位排名（由低到高）").get(0);
        variables.choose("buyer", worst.get("键"));
        double violations = value("不符合");
        int lines = rows("不符合的采购明细（前 1000 行）").size();
        assertThat(lines).isPositive();

        connection.setAutoCommit(false);
        try {
            for (CopiedUnit odd : oddUnits()) {
                odd.insert(connection, variables.choices("run").get(0), worst);
            }
            variables = new SqlVariables(connection, DASHBOARD);
            Map<String, String> shown = rows("单位排名（由低到高）").stream()
                    .filter(unit::isShown)
                    .findFirst()
                    .orElseThrow();
            assertThat(shown.get("键")).matches("[0-9a-f]{64}");
            assertThat(variables.choices("buyer")).doesNotHaveDuplicates().contains(shown.get("键"));

            variables.choose("buyer", shown.get("键"));
            assertThat(rows("单位排名（由低到高）")).containsExactly(shown);
            assertThat(value("采购单位")).isEqualTo(1);
            assertThat(value("不符合")).isEqualTo(violations);
            assertThat(rows("不符合的采购明细（前 1000 行）")).hasSize(lines).allSatisfy(row -> {
                assertThat(row).containsEntry("采购单位", unit.name());
                assertThat(row.get("文件")).endsWith("/by-region/" + unit.folder() + "/violations.csv");
            });
            assertThat(rows("历次审计的不符合金额（元）")).isNotEmpty();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    @Test
    void whereTheLinesAreMissingTheCountsStayAndThePanelSaysBothReasons() throws SQLException {
        double violations = value("不符合");
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("DELETE FROM audit_verdict");
            assertThat(value("不符合")).isPositive().isEqualTo(violations);
            for (Panel panel : panels()) {
                if (panel.queries().get(0).text().contains("audit_verdict")) {
                    assertThat(rows(panel.title())).isEmpty();
                    assertThat(panel.json()
                                    .path("fieldConfig")
                                    .path("defaults")
                                    .path("noValue")
                                    .stringValue(""))
                            .isEqualTo("没有不符合，或该次审计的明细已按保留期限删除");
                }
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    @Test
    void rulesAddUpToTheViolations() throws SQLException {
        for (Map<String, String> rule : rows("各规则的不符合")) {
            ReportRows expected = violations().where("rule_code", rule.get("规则"));
            assertThat(Double.parseDouble(rule.get("金额"))).isEqualTo(expected.sum("amount"));
            assertThat(Integer.parseInt(rule.get("行数"))).isEqualTo(expected.count());
        }
    }

    @Test
    void eachAuditDateIsAPointOfTheHistory() throws SQLException {
        Set<String> times = new HashSet<>();
        rows("历次审计的不符合金额（元）").forEach(row -> times.add(row.get("time")));
        assertThat(times).hasSize(2);
    }

    @Test
    void everyLinkedFileExists() throws SQLException {
        Set<String> links = new HashSet<>();
        rows("文件").forEach(row -> links.addAll(List.of(row.get("不符合"), row.get("待核实"))));
        rows("不符合的采购明细（前 1000 行）").forEach(row -> links.add(row.get("文件")));
        assertThat(links)
                .hasSizeGreaterThan(20)
                .allMatch(link -> Files.isRegularFile(Path.of(dir + "/reports" + link)));
    }

    private static String region(Map<String, String> unit) {
        return unit.get("region_code").isEmpty() ? "unknown" : unit.get("region_code");
    }

    private static ReportRows violations() {
        return night.rows("violations.csv").where(row -> !row.get("duty").equals("advisory"));
    }

    private double value(String title) throws SQLException {
        List<Map<String, String>> rows = rows(title);
        assertThat(rows).hasSize(1);
        return Double.parseDouble(rows.get(0).values().iterator().next());
    }

    private List<Map<String, String>> rows(String title) throws SQLException {
        Panel panel = panels().stream()
                .filter(candidate -> candidate.title().equals(title))
                .findFirst()
                .orElseThrow();
        return variables.run(panel.queries().get(0).text());
    }
}
