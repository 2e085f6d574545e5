package org.greenaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.testing.Feed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of decision at once, among the purchases of the sample: what it moves, and that nothing else moves. */
@Tag("slow")
class DecisionsWholeWayTest {

    private static final String ENERGY = "节能产品";
    private static final String OUTSIDE = "清单外";
    private static final Path SAMPLE = Path.of("jobs/sample/fuzhou-2026.csv");

    /** What is decided, and what each decision makes of the lines that it names. */
    private static final List<Move> DECIDED = moves(
            """
            item      | 节能产品     | 待核实 ES2019-10-06 | 不符合 ES2019-10-07
            not-in    | 节能产品     | 不符合 ES2019-01-01 | 清单外
            tech      | 节能产品     | 待核实 ES2019-02-01 | 不符合 ES2019-02-02
            tech      | 环境标志产品 | 不符合 EL2019-02-01 | 不符合 EL2019-02-02
            capacity  | 节能产品     | 不符合 ES2019-06-04 | 不符合 ES2019-10-03
            product   | 节能产品     | 待核实 ES2019-01-01 | 符合 ES2019-01-01
            product   | 环境标志产品 | 待核实 EL2019-01-02 | 符合 EL2019-01-02
            scheme    | 节能产品     | 待核实 ES2019-01-01 | 不符合 ES2019-01-01
            scheme    | 环境标志产品 | 不符合 EL2019-01-01 | 不符合 EL2019-01-02
            cert      | 节能产品     | 不符合 ES2019-01-01 | 符合 ES2019-01-01
            cert-2    | 节能产品     | 不符合 ES2019-01-01 | 符合 ES2019-01-01
            approved  | 节能产品     | 不符合 ES2019-01-01 | 豁免 ES2019-01-01
            justified | 节能产品     | 不符合 ES2019-03-01 | 豁免 ES2019-03-01
            confirmed | 节能产品     | 不符合 ES2019-01-01 | 不符合 ES2019-01-01
            c01       | 节能产品     | 不符合 ES2019-01-01 | 清单外
            changes   | 节能产品     | 不符合 ES2019-01-01 | 清单外
            returns   | 节能产品     | 待核实 ES2019-02-01 | 清单外
            expires   | 节能产品     | 待核实 ES2019-02-01 | 清单外
            """);

    /** What the feed of the third night says otherwise, under the list that no decision is about. */
    private static final List<Move> CHANGED = moves("changes | 环境标志产品 | 不符合 EL2019-01-02 | 不符合 EL2019-01-02");

    private static final String REGION = "361002";
    private static final Map<String, BigDecimal> NOTHING = Stream.of(
                    "清单内", "已认证", "其中仅凭申报", "不符合", "豁免", "待核实", "鼓励类单位")
            .flatMap(column -> Stream.of(
                    Map.entry(column + "（行）", new BigDecimal("0")), Map.entry(column + "（元）", new BigDecimal("0.00"))))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    @TempDir
    private Path folder;

    private SampleJob job;

    /** What becomes of a line under a list: an outcome and a listed item, or {@code 清单外}. */
    private record Move(String record, String list, String before, String after) {
        Move back() {
            return new Move(record, list, /* before= */ after, /* after= */ before);
        }

        String finding() {
            return record + " " + list;
        }
    }

    private static List<Move> moves(String table) {
        return table.lines()
                .map(line -> line.split(" *\\| *"))
                .map(cells -> new Move(cells[0], cells[1], cells[2], cells[3]))
                .toList();
    }

    @BeforeEach
    void jobOfItsOwn() {
        job = new SampleJob(folder);
    }

    @AfterEach
    void forget() {
        job.close();
    }

    @Test
    void everyKindOfDecisionMovesItsLinesAndNothingElseUntilItEnds() throws IOException {
        Night first = Night.of(job.audit("2026-06-28", SAMPLE, feed("S1")));
        assertThat(first.decided()).isEmpty();
        DECIDED.forEach(move -> assertThat(first.told(move)).as(move.finding()).isEqualTo(move.before()));

        assertThat(job.decide(0, answered())).contains("已记录 14 行的核定，0 行此前已记录，0 行未采纳");

        Night second = Night.of(job.audit("2026-06-29", SAMPLE, feed("S1")));
        assertMoved(first, second, DECIDED);
        assertThat(second.decided())
                .isEqualTo(DECIDED.stream()
                        .map(move ->
                                String.join(" ", "已适用", move.finding(), outcome(move.before()), outcome(move.after())))
                        .collect(Collectors.toSet()));
        assertThat(second.findings().get("confirmed " + ENERGY)).contains("确认不符合）：核定甲，2026-06-28");

        job.run(0, "withdraw", second.decisions().get("returns " + ENERGY), "--by=核定乙", "--reason=核定有误");
        Night third = Night.of(job.audit("2026-06-30", SAMPLE, feed("S1-B")));
        List<Move> ended = DECIDED.stream()
                .filter(move -> List.of("changes", "returns", "expires").contains(move.record()))
                .map(Move::back)
                .toList();
        assertMoved(
                second, third, Stream.concat(ended.stream(), CHANGED.stream()).toList());
        assertThat(third.decided())
                .contains("已失效（事实变化） changes 节能产品 不符合 不符合", "已到期 expires 节能产品 待核实 待核实")
                .noneMatch(use -> use.contains("returns"))
                .hasSize(DECIDED.size() - 1);
        assertThat(third.findings().get("changes " + ENERGY)).contains("（不属于清单）不再适用：作出核定以后，以下内容已变化：规格型号");
        assertThat(third.findings().get("expires " + ENERGY)).contains("（不属于清单）已于 2026-06-29 到期，不再适用");
        assertThat(third.findings().get("returns " + ENERGY))
                .as("withdrawn, it is asked as on the first night")
                .isEqualTo(first.findings().get("returns " + ENERGY));
        for (Move move : ended) {
            assertThat(third.firstSeen().get(move.finding())).as(move.finding()).isEqualTo("2026-06-28");
        }
        assertThat(job.decisions())
                .containsPattern("已撤回　不属于清单　returns")
                .containsPattern("已失效（事实变化）　不属于清单　changes")
                .containsPattern("已到期　不属于清单　expires");

        Path exported = folder.resolve("decisions.csv");
        job.run(0, "decisions", "--export=" + exported);
        try (SampleJob another = new SampleJob(folder.resolve("another"))) {
            assertThat(another.decide(0, exported)).contains("已记录 15 行的核定，0 行此前已记录，0 行未采纳");
            Path again = folder.resolve("again.csv");
            another.run(0, "decisions", "--export=" + again);
            assertThat(again).hasSameTextualContentAs(exported);
        }
    }

    private Path feed(String changingModel) {
        return Feed.of()
                .line(goods("item", "热水器", "A02061819", "2022", "R1"))
                .line(desktop("not-in", "N1"))
                .line(goods("tech", "A4黑白打印机", "A02021003", "2022", "T1"))
                .line(goods("capacity", "多联式空调机组", "A02052305", "2013", "K1"))
                .line(desktop("product", "").brand(""))
                .line(goods("scheme", "设备采购", "A02010104", "", "V1"))
                .line(desktop("cert", "C1"))
                .line(desktop("cert-2", "C-1").on("2026-04-01"))
                .line(desktop("cert-3", "C1").on("2026-02-28"))
                .line(desktop("approved", "E1"))
                .line(goods("justified", "投影仪", "A020202", "2013", "J1"))
                .line(desktop("confirmed", "F1"))
                .line(desktop("c01", "G1").with(FeedColumn.CATEGORY_CODE, "A05010201"))
                .line(desktop("changes", changingModel))
                .line(goods("returns", "A4黑白打印机", "A02021003", "2022", "T2"))
                .line(goods("expires", "A4黑白打印机", "A02021003", "2022", "T3"))
                .line(desktop("untouched", "N1"))
                .write(folder.resolve("feed.csv"));
    }

    private static Feed.Row desktop(String record, String model) {
        return goods(record, "台式计算机", "A02010105", "2022", model);
    }

    private static Feed.Row goods(String record, String item, String code, String scheme, String model) {
        return Feed.row()
                .id(record)
                .item(item)
                .brand("虚构牌")
                .model(model)
                .with(FeedColumn.CATEGORY_CODE, code)
                .with(FeedColumn.CATEGORY_NAME, "")
                .with(FeedColumn.CATEGORY_SCHEME, scheme)
                .with(FeedColumn.QUANTITY, "1")
                .with(FeedColumn.UNIT_PRICE, "")
                .amount(amount(record));
    }

    /** Another for each, so that a sum tells which lines are in it. */
    private static String amount(String record) {
        return 1000 + Math.floorMod(record.hashCode(), 8999) + ".01";
    }

    /** The workbook of the newest report with an answer of every kind. */
    private Path answered() throws IOException {
        try (FeedbackWorkbook workbook = FeedbackWorkbook.open(job.workbook())) {
            workbook.withColumns("适用范围", "颁证日期", "到期日期", "有效期至");
            answer(workbook, "item", "属于该条目", Map.of("说明", "燃气热水器，属 ES2019-10-07"));
            answer(workbook, "not-in", "不属于清单", Map.of("说明", "实为配件"));
            answer(workbook, "tech", "补充事实", Map.of("说明", "激光"));
            answer(workbook, "capacity", "补充事实", Map.of("说明", "制冷量：12kW"));
            answer(workbook, "product", "补充事实", Map.of("说明", "品牌：示例甲；型号：SLDT-500"));
            answer(workbook, "scheme", "补充事实", Map.of("说明", "品目版本：2013"));
            answer(
                    workbook,
                    "cert",
                    "证书已核实",
                    Map.of(
                            "证书编号",
                            "CQC26701990099",
                            "颁证日期",
                            LocalDate.of(2026, 3, 1),
                            "到期日期",
                            LocalDate.of(2029, 2, 28),
                            "适用范围",
                            "同品牌型号"));
            answer(workbook, "approved", "已批准豁免", Map.of("批准文号", "虚财购〔2026〕12号"));
            answer(workbook, "justified", "已批准豁免", Map.of("说明", "市场上没有获证产品"));
            answer(workbook, "confirmed", "确认不符合", Map.of());
            answer(workbook, "c01", "排除疑点", Map.of("说明", "编码无误，实为办公桌"));
            answer(workbook, "changes", "不属于清单", Map.of("说明", "实为配件"));
            answer(workbook, "returns", "不属于清单", Map.of("说明", "实为耗材"));
            answer(workbook, "expires", "不属于清单", Map.of("说明", "实为耗材，待复核", "有效期至", LocalDate.of(2026, 6, 29)));
            return workbook.save(folder.resolve("answered.xls"));
        }
    }

    private static void answer(FeedbackWorkbook workbook, String record, String conclusion, Map<String, ?> cells) {
        workbook.answer(record, ENERGY, cells)
                .answer(
                        record,
                        ENERGY,
                        Map.of(FeedbackWorkbook.CONCLUSION, conclusion, "核定人", "核定甲", "日期", LocalDate.of(2026, 6, 28)));
    }

    /** Between two nights these lines moved so, every other line is the same, and the summary moved by just these. */
    private static void assertMoved(Night before, Night after, List<Move> moves) {
        for (Move move : moves) {
            assertThat(List.of(before.told(move), after.told(move)))
                    .as(move.finding())
                    .isEqualTo(List.of(inFiles(move.before()), inFiles(move.after())));
        }
        assertThat(after.findingsBut(moves)).isEqualTo(before.findingsBut(moves));

        Map<String, Map<String, BigDecimal>> expected = new TreeMap<>(before.summary());
        moves.forEach(move -> {
            count(expected, move, move.before(), -1);
            count(expected, move, move.after(), 1);
        });
        expected.values().removeIf(row -> row.get("清单内（行）").signum() == 0);
        assertThat(after.summary()).isEqualTo(expected);
        after.summaryRows().forEach((key, row) -> {
            if (row.get("待核实（行）").equals(row.get("清单内（行）"))) {
                assertThat(row.get("按行数认证占比（%）") + row.get("按金额认证占比（%）"))
                        .as(key)
                        .isEmpty();
            } else {
                assertThat(row.get("按行数认证占比（%）")).as(key).isEqualTo(share(row, "（行）"));
                assertThat(row.get("按金额认证占比（%）")).as(key).isEqualTo(share(row, "（元）"));
            }
        });
    }

    /** Only what does not comply and what is open stands in a file, line by line. */
    private static String inFiles(String verdict) {
        return verdict.startsWith("不符合") || verdict.startsWith("待核实") ? verdict : "";
    }

    private static void count(Map<String, Map<String, BigDecimal>> summary, Move move, String verdict, int lines) {
        if (verdict.equals(OUTSIDE)) {
            return;
        }
        String[] words = verdict.split(" ");
        summary.compute(String.join(" ", words[1], REGION), (key, row) -> {
            Map<String, BigDecimal> counted = new TreeMap<>(row == null ? NOTHING : row);
            for (String column : List.of("清单内", words[0].equals("符合") ? "已认证" : words[0])) {
                counted.merge(column + "（行）", BigDecimal.valueOf(lines), BigDecimal::add);
                counted.merge(
                        column + "（元）",
                        new BigDecimal(amount(move.record())).multiply(BigDecimal.valueOf(lines)),
                        BigDecimal::add);
            }
            return counted;
        });
    }

    private static String share(Map<String, String> row, String of) {
        BigDecimal part = new BigDecimal(row.get("已认证" + of));
        BigDecimal whole = new BigDecimal(row.get("清单内" + of));
        BigDecimal share = part.movePointRight(2).divide(whole, 1, RoundingMode.HALF_UP);
        if (part.signum() > 0 && part.compareTo(whole) < 0) {
            share = share.max(new BigDecimal("0.1")).min(new BigDecimal("99.9"));
        }
        return share.toPlainString();
    }

    private static String outcome(String verdict) {
        return verdict.split(" ")[0];
    }

    /**
     * What a night's report says.
     *
     * @param findings the lines of both files by record and list, but for what tells of the run
     * @param told outcome and listed item of each
     * @param firstSeen when each was first seen
     * @param summaryRows the rows of the summary by item and region
     * @param decided the lines that decisions name: state, finding, outcome without and with
     * @param decisions the number of the decision on each
     */
    private record Night(
            Map<String, String> findings,
            Map<String, String> told,
            Map<String, String> firstSeen,
            Map<String, Map<String, String>> summaryRows,
            Set<String> decided,
            Map<String, String> decisions) {

        static Night of(Path report) throws IOException {
            Map<String, String> findings = new TreeMap<>();
            Map<String, String> told = new TreeMap<>();
            Map<String, String> firstSeen = new TreeMap<>();
            for (String file : List.of("violations.csv", "undetermined.csv")) {
                List<CSVRecord> rows = rows(report.resolve(file));
                String[] lines = Files.readString(report.resolve(file)).split("\r\n");
                assertThat(lines).as(file).hasSize(rows.size() + 1);
                for (int i = 0; i < rows.size(); i++) {
                    CSVRecord row = rows.get(i);
                    String finding = row.get("记录编号") + " " + row.get("清单");
                    assertThat(findings).doesNotContainKey(finding);
                    findings.put(finding, lines[i + 1].replaceAll("^[^,]*,[^,]*,|,[^,]*,[^,]*$", ""));
                    told.put(finding, row.get("结论") + " " + row.get("清单条目编号"));
                    firstSeen.put(finding, row.get("首次发现日期"));
                }
            }
            Map<String, Map<String, String>> summary = new TreeMap<>();
            for (CSVRecord row : rows(report.resolve("summary.csv"))) {
                summary.put(row.get("清单条目编号") + " " + row.get("行政区划代码"), row.toMap());
            }
            Set<String> decided = new TreeSet<>();
            Map<String, String> decisions = new TreeMap<>();
            if (Files.exists(report.resolve("decided.csv"))) {
                for (CSVRecord row : rows(report.resolve("decided.csv"))) {
                    String finding = row.get("记录编号") + " " + row.get("清单");
                    decided.add(String.join(" ", row.get("核定状态"), finding, row.get("无核定时的结论"), row.get("现在的结论")));
                    decisions.put(finding, row.get("核定编号"));
                }
            }
            return new Night(findings, told, firstSeen, summary, decided, decisions);
        }

        private static List<CSVRecord> rows(Path file) throws IOException {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(new StringReader(Files.readString(file).substring(1)))
                    .getRecords();
        }

        String told(Move move) {
            return told.getOrDefault(move.finding(), "");
        }

        Map<String, String> findingsBut(List<Move> moves) {
            Map<String, String> others = new TreeMap<>(findings);
            moves.forEach(move -> others.remove(move.finding()));
            return others;
        }

        /** The counts of the summary. */
        Map<String, Map<String, BigDecimal>> summary() {
            Map<String, Map<String, BigDecimal>> counts = new TreeMap<>();
            summaryRows.forEach((key, row) -> {
                Map<String, BigDecimal> counted = new TreeMap<>();
                NOTHING.keySet().forEach(column -> counted.put(column, new BigDecimal(row.get(column))));
                counts.put(key, counted);
            });
            return counts;
        }
    }
}
