package org.greenaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.greenaudit.GreenAudit;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.testing.Feed;
import org.greenaudit.testing.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a decision: audit, workbook out, answers in, and the next audit honours them. */
class DecisionsCommandTest {

    private static final List<String> FILLED_IN = List.of("不符合", "待核实");

    private final Settings settings = new Settings();
    private final StringWriter told = new StringWriter();

    @TempDir
    private Path folder;

    @BeforeEach
    void databaseOfItsOwn() {
        settings.set("greenaudit.data-dir", folder.resolve("data"));
    }

    @AfterEach
    void forget() {
        settings.close();
    }

    /** What a command printed, in Chinese; its status must be this. */
    private String run(int status, String... command) {
        told.getBuffer().setLength(0);
        PrintWriter writer = new PrintWriter(told);
        assertThat(new Cli(new Console(writer, writer, false), GreenAudit.class).run(command))
                .as(told.toString())
                .isEqualTo(status);
        return told.toString();
    }

    private String audit(Path feed, String... more) {
        return audit("2026-06-30", feed, more);
    }

    private String audit(String date, Path feed, String... more) {
        return run(
                0,
                Stream.concat(
                                Stream.of(
                                        "audit",
                                        "--job=jobs/sample.yaml",
                                        "--date=" + date,
                                        "--input=" + feed,
                                        "--out=" + folder.resolve("out")),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private Path report() {
        return folder.resolve("out").resolve("latest");
    }

    private static Feed.Row desktop(String id, String model) {
        return Feed.row().id(id).item("台式计算机").brand("虚构牌").model(model).amount("5000.00");
    }

    private Path feed(String secondModel) {
        return Feed.of()
                .line(desktop("d1", "M1"))
                .line(desktop("d2", secondModel))
                .line(desktop("d3", "M3"))
                .line(desktop("d4", "M4"))
                .line(desktop("d5", "M1"))
                .line(desktop("d6", "M6"))
                .line(desktop("p1", "P1").item("打印机").with(FeedColumn.CATEGORY_CODE, ""))
                .write(folder.resolve("feed.csv"));
    }

    /** What is filled in for a record: conclusion, certificate, approval, note, by, date. */
    private record Answer(String record, String list, String... cells) {}

    /** The workbook with these answers, as a spreadsheet saves it: rows in another order, a column more, dates as dates. */
    private Path filledIn(Answer... answers) throws IOException {
        Path file = folder.resolve("feedback.xlsx");
        try (InputStream in = new ByteArrayInputStream(Files.readAllBytes(report().resolve("report.xlsx")));
                ReadableWorkbook read = new ReadableWorkbook(in);
                OutputStream out = Files.newOutputStream(file);
                Workbook written = new Workbook(out, "test", null)) {
            for (Sheet sheet : read.getSheets().toList()) {
                copy(sheet, written.newWorksheet(sheet.getName()), answers);
            }
        }
        return file;
    }

    private static void copy(Sheet from, Worksheet sheet, Answer... answers) throws IOException {
        List<Row> rows = from.read();
        boolean toFillIn = FILLED_IN.contains(from.getName());
        List<String> header = toFillIn ? texts(rows.get(0)) : List.of();
        for (int i = 0; i < rows.size(); i++) {
            int to = toFillIn && i > 0 ? rows.size() - i : i;
            List<String> cells = texts(rows.get(i));
            for (int column = 0; column < cells.size(); column++) {
                sheet.value(to, column, cells.get(column));
            }
            for (Answer answer : toFillIn ? answers : new Answer[0]) {
                if (answer.record().equals(cells.get(header.indexOf("记录编号")))
                        && answer.list().equals(cells.get(header.indexOf("清单")))) {
                    int first = header.indexOf("核定结论");
                    for (int cell = 0; cell < answer.cells().length; cell++) {
                        sheet.value(to, first + cell, answer.cells()[cell]);
                    }
                    sheet.value(to, first + 5, LocalDate.of(2026, 7, 1));
                    sheet.style(to, first + 5).format("yyyy-mm-dd").set();
                }
            }
        }
        if (toFillIn) {
            sheet.value(0, header.size(), "本单位备注");
        }
        sheet.finish();
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        row.forEach(cell -> texts.add(cell == null ? "" : cell.getText()));
        return texts;
    }

    /** The rows of a report's file by record, list and what stands there, without run and first sight. */
    private Map<String, String> rows(String file) throws IOException {
        Map<String, String> rows = new TreeMap<>();
        if (Files.exists(report().resolve(file))) {
            for (String line : Files.readAllLines(report().resolve(file))) {
                String[] cells = line.split(",", 4);
                rows.put(
                        cells[2] + (line.contains("环境标志产品") ? " eco" : " energy"),
                        cells[3].replaceAll(",[^,]*,[是否]?$", ""));
            }
        }
        return rows;
    }

    private String decide(int status, Path file, String... more) {
        return run(
                status,
                Stream.concat(Stream.of("decide", "--job=jobs/sample.yaml", "--file=" + file), Stream.of(more))
                        .toArray(String[]::new));
    }

    @Test
    void whatPeopleFillInIsHonouredByTheNextAuditAndTouchesNothingElse() throws IOException {
        Path feed = feed("M2");
        audit(feed);
        Map<String, String> before = rows("violations.csv");
        assertThat(before).containsKeys("d1 energy", "d2 energy", "d3 energy", "d4 energy", "d5 energy", "d6 energy");
        assertThat(rows("undetermined.csv")).containsKey("p1 energy");

        Path answers = filledIn(
                new Answer("d1", "节能产品", "证书已核实", "CQC26701990099", "", "", "核定甲"),
                new Answer("d2", "节能产品", "不属于清单", "", "", "实为配件", "核定甲"),
                new Answer("d3", "节能产品", "已批准豁免", "", "虚财购〔2026〕12号", "", "核定甲"),
                new Answer("d4", "节能产品", "确认不符合", "", "", "", "核定乙"),
                new Answer("p1", "节能产品", "补充事实", "", "", "激光", "核定乙"));
        assertThat(decide(0, answers)).contains("已记录 5 行的核定", "记录 d1：证书已核实", "不属于清单");
        assertThat(decide(0, answers)).contains("5 行此前已记录", "没有新的核定");

        assertThat(audit(feed)).contains("核定与当时不同");
        Map<String, String> after = rows("violations.csv");
        assertThat(after).doesNotContainKeys("d1 energy", "d2 energy", "d3 energy", "d5 energy");
        assertThat(after.get("d4 energy")).containsPattern("核定 \\d（确认不符合）：核定乙，2026-07-01");
        assertThat(after.get("p1 energy")).contains("ES2019-02-02", "打印技术：激光");
        for (String record : List.of("d1 eco", "d2 eco", "d3 eco", "d4 eco", "d5 eco", "d6 eco", "d6 energy")) {
            assertThat(after.get(record)).as(record).isEqualTo(before.get(record));
        }
        assertThat(Files.readString(report().resolve("decided.csv")))
                .contains(
                        "已适用,证书已核实,证书已核实 CQC26701990099,同品牌型号,d1",
                        "CQC26701990099,同品牌型号,d5",
                        "已批准豁免 虚财购〔2026〕12号,本记录",
                        "不符合,清单外",
                        "不符合,豁免",
                        "待核实,不符合");
        assertThat(Files.readString(report().resolve("manifest.json"))).contains("\"decisions\"");
        assertThat(Files.readString(report().resolve("index.html"))).contains("人工核定", "核定甲");
        assertThat(run(0, "decisions", "--job=jobs/sample.yaml")).contains("已适用　证书已核实 CQC26701990099　虚构牌 M1", "涉及 2 行");

        assertThat(
                        decide(
                                2,
                                Files.writeString(
                                        folder.resolve("otherwise.csv"),
                                        """
                                记录编号,清单,核定结论,证书编号,说明,核定人
                                d1,节能产品,证书已核实,CQC26701990099,,核定甲
                                d1,节能产品,证书已核实,CQC26701990100,,核定乙
                                d2,节能产品,确认不符合,,,核定乙
                                d6,节能产品,,,配件,核定乙
                                """)))
                .as("the findings of d1 and d2 are gone")
                .contains("第 2 行，记录 d1：已有相同的核定", "第 3 行，记录 d1：不予采纳：与核定", "第 4 行，记录 d2：不予采纳：与核定", "请填写核定结论");

        Map<String, String> first = rows("decided.csv");
        audit(feed, "--rerun");
        assertThat(rows("violations.csv")).isEqualTo(after);
        assertThat(rows("decided.csv")).isEqualTo(first);
    }

    @Test
    void aChangedLineAWithdrawalAndAnotherDatabase() throws IOException {
        audit(feed("M2"));
        decide(
                0,
                filledIn(
                        new Answer("d2", "节能产品", "不属于清单", "", "", "实为配件", "核定甲"),
                        new Answer("d3", "节能产品", "已批准豁免", "", "虚财购〔2026〕12号", "", "核定甲")));
        audit(feed("M2-B"));
        assertThat(rows("violations.csv").get("d2 energy")).contains("核定 2（不属于清单）不再适用");
        assertThat(Files.readString(report().resolve("decided.csv"))).contains("已失效（事实变化）", "规格型号");

        Path exported = folder.resolve("decisions.csv");
        run(0, "decisions", "--job=jobs/sample.yaml", "--export=" + exported);
        run(0, "withdraw", "1", "--job=jobs/sample.yaml", "--by=核定乙", "--reason=批文有误");
        run(2, "withdraw", "1", "--job=jobs/sample.yaml", "--by=核定乙", "--reason=批文有误");
        audit(feed("M2"));
        assertThat(rows("violations.csv")).containsKey("d3 energy").doesNotContainKey("d2 energy");
        assertThat(run(0, "decisions", "--job=jobs/sample.yaml")).containsPattern("1　已撤回.*已由 核定乙 于 .* 撤回（批文有误），不再适用");
        assertThat(run(
                        0,
                        "explain",
                        "--job=jobs/sample.yaml",
                        "--date=2026-06-30",
                        "--record=d3",
                        "--input=" + folder.resolve("feed.csv")))
                .containsPattern("核定 1（已批准豁免 虚财购〔2026〕12号）：核定甲，2026-07-01（已由 核定乙 于 .* 撤回（批文有误），不再适用）")
                .doesNotContain("；（", "；）");
        Path withdrawn = folder.resolve("withdrawn.csv");
        run(0, "decisions", "--job=jobs/sample.yaml", "--export=" + withdrawn);
        assertThat(decide(2, exported))
                .as("an export of before brings nothing back")
                .contains("相同的核定 1 已由 核定乙 于");

        settings.set("greenaudit.data-dir", folder.resolve("another"));
        Path cut = Files.writeString(
                folder.resolve("cut.csv"),
                Files.readString(exported).replaceFirst("[0-9a-f]{16} ([0-9a-f]{16},)", "$1"));
        assertThat(decide(2, cut)).contains("导出的核定缺少事实指纹");
        assertThat(decide(0, exported)).contains("已记录 2 行的核定");
        assertThat(decide(2, withdrawn))
                .as("a withdrawal elsewhere withdraws nothing here")
                .contains("文件中该核定已撤回，本库的核定 1 仍适用");
        Path twice = folder.resolve("twice.csv");
        run(0, "decisions", "--job=jobs/sample.yaml", "--export=" + twice);
        assertThat(twice).hasSameTextualContentAs(exported);
        audit(feed("M2"));
        assertThat(rows("violations.csv")).doesNotContainKeys("d2 energy", "d3 energy");

        settings.set("greenaudit.data-dir", folder.resolve("third"));
        assertThat(decide(0, withdrawn)).containsPattern("记录 d3：已批准豁免（本记录）\n　　注意：已由 核定乙 于 .* 撤回（批文有误），不再适用");
        assertThat(decide(0, withdrawn)).contains("已有相同的核定（1，已撤回）");
    }

    /** Whoever decides about a product hears at once what that reaches; an exemption is its unit's. */
    @Test
    void whatADecisionAboutAProductReachesIsSaidAtOnce() throws IOException {
        Path feed = Feed.of()
                .line(desktop("a1", "M1").with(FeedColumn.BUYER_NAME, "虚构县教育局"))
                .line(desktop("a2", "m-1").with(FeedColumn.BUYER_NAME, "虚构县教育局"))
                .line(desktop("b1", "M1").with(FeedColumn.BUYER_NAME, "虚构县卫生局").brand("品牌：虚构牌"))
                .line(desktop("b2", "M2").with(FeedColumn.BUYER_NAME, "虚构县卫生局"))
                .write(folder.resolve("feed.csv"));
        audit(feed);
        Path answers = Files.writeString(
                folder.resolve("answers.csv"),
                """
                记录编号,清单,核定结论,批准文号,证书编号,说明,核定人,适用范围,日期,有效期至
                a1,节能产品,已批准豁免,虚财购〔2026〕12号,,,核定甲,同品牌型号,2026-07-01,2026-12-31
                b1,环境标志产品,不属于清单,,,实为配件,核定甲, 同品牌型号,2026-07-01,
                b2,节能产品,补充事实,,,品牌：示例甲；型号：SLDT-500,核定甲,同品牌型号,2026-07-01,
                """);
        assertThat(decide(0, answers))
                .contains(
                        "记录 a1：已批准豁免（同品牌型号）\n　　注意：豁免只适用于“虚构县教育局”；最近一次审计中，该单位同品牌型号的不符合、待核实共 2 行，10000.00 元",
                        "记录 b1：不属于清单（同品牌型号）\n　　注意：最近一次审计中，同品牌型号的不符合、待核实共 3 行，2 个采购单位，15000.00 元，都适用",
                        "记录 b2：补充事实（同品牌型号）\n　　注意：品牌原为“虚构牌”，核定后按“示例甲”\n　　注意：型号原为“M2”，核定后按“SLDT-500”\n　　注意：最近一次审计中，同品牌型号的不符合、待核实共 1 行，1 个采购单位，5000.00 元，都适用");
        audit(feed);
        assertThat(run(0, "decisions", "--job=jobs/sample.yaml"))
                .contains("1　已适用　已批准豁免 虚财购〔2026〕12号　虚构牌 M1 虚构县教育局（节能产品）　核定甲　2026-07-01　有效期至 2026-12-31　涉及 2 行")
                .containsPattern("3　已适用　品牌：示例甲　.*涉及 1 行");
    }

    /** One unit's exemption and a certificate for the product cannot stand together; the message says what can be done. */
    @Test
    void whatWasDecidedAboutAProductNamesTheWayOut() throws IOException {
        audit(Feed.of()
                .line(desktop("a1", "M1").with(FeedColumn.BUYER_NAME, "虚构县教育局").with(FeedColumn.BUYER_CODE, "B1"))
                .line(desktop("b1", "M1").with(FeedColumn.BUYER_NAME, "虚构县卫生局").with(FeedColumn.BUYER_CODE, "B2"))
                .line(desktop("b2", "M1").with(FeedColumn.BUYER_NAME, "虚构县卫生局").with(FeedColumn.BUYER_CODE, ""))
                .write(folder.resolve("feed.csv")));
        Path answers = folder.resolve("answers.csv");
        String header = "记录编号,清单,核定结论,批准文号,证书编号,核定人,适用范围,日期\n";
        Files.writeString(answers, header + "a1,节能产品,已批准豁免,虚财购〔2026〕12号,,核定甲,同品牌型号,2026-07-01\n");
        decide(0, answers);
        Files.writeString(answers, header + "b1,节能产品,证书已核实,,CQC26701990099,核定甲,,2026-07-01\n");
        assertThat(decide(2, answers)).contains("该核定是对同品牌型号作出的；如只核定这一行，请把适用范围填为“本记录”");
        Files.writeString(answers, header + "b1,节能产品,证书已核实,,CQC26701990099,核定甲,本记录,2026-07-01\n");
        decide(0, answers);
        Files.writeString(answers, header + "b2,环境标志产品,证书已核实,,CEC2026ELP99990001,核定甲,,2026-07-01\n");
        assertThat(decide(0, answers))
                .as("the unit of b2 is that of b1, though it has no code there")
                .contains("共 3 行，2 个采购单位，15000.00 元");
    }

    /** A line counts once on the page, under however many lists and by however many facts of one note. */
    @Test
    void thePageCountsALineOnce() throws IOException {
        Path feed = Feed.of()
                .line(desktop("d1", "M1"))
                .line(desktop("p1", "P1").item("打印机").with(FeedColumn.CATEGORY_CODE, ""))
                .write(folder.resolve("feed.csv"));
        audit(feed);
        decide(0, filledIn(new Answer("p1", "节能产品", "补充事实", "", "", "激光", "核定甲")));
        audit(feed);
        assertThat(Files.readAllLines(report().resolve("decided.csv"))).hasSize(3);
        assertThat(Files.readString(report().resolve("index.html")).replaceAll("<[^>]*>|\\s", " "))
                .containsPattern("核定甲 +补充事实 +已适用 +1 +5,000\\.00");
    }

    /** The workbook shows no specification, and empty cells; its run knows what the person saw. */
    @Test
    void anAnswerToFactsThatChangedSinceIsRefusedWithWhatChanged() throws IOException {
        Path seen = Feed.of()
                .line(desktop("d1", "M1").with(FeedColumn.SPEC, "i5"))
                .line(desktop("d2", "M2").brand(""))
                .line(desktop("d3", "M3"))
                .line(desktop("d4", "M4"))
                .write(folder.resolve("feed.csv"));
        audit(seen);
        Path answers = filledIn(
                new Answer("d1", "节能产品", "不属于清单", "", "", "实为配件", "核定甲"),
                new Answer("d2", "节能产品", "不属于清单", "", "", "实为配件", "核定甲"),
                new Answer("d3", "节能产品", "不属于清单", "", "", "实为配件", "核定甲"),
                new Answer("d4", "节能产品", "不属于清单", "", "", "实为配件", "核定甲"));
        audit(Feed.of()
                .line(desktop("d1", "M1").with(FeedColumn.SPEC, "i7"))
                .line(desktop("d2", "M2"))
                .line(desktop("d3", "M3").with(FeedColumn.CATEGORY_SCHEME, "2013"))
                .line(desktop("d4", "M4"))
                .write(folder.resolve("feed.csv")));
        assertThat(decide(2, answers))
                .contains("记录 d1：不予采纳：文件所依据的审计 sample-20260630-1-test 以后，该行的技术参数已变化")
                .contains("记录 d2：不予采纳：该行的品牌在文件中为空，最近一次审计中为“虚构牌”")
                .contains("记录 d3：不予采纳：文件所依据的审计 sample-20260630-1-test 以后，该行的品目版本已变化")
                .contains("1 行可以采纳，3 行不能");
        Path other = Files.writeString(
                folder.resolve("other.csv"),
                """
                运行编号,记录编号,清单,品目编码,核定结论,说明,核定人
                sample-20250101-1-test,d1,节能产品,A02010105,不属于清单,实为配件,核定甲
                sample-20250101-1-test,d2,节能产品,A02010104,不属于清单,实为配件,核定甲
                ,d3,节能产品,,不属于清单,实为配件,核定甲
                ,d4,节能产品,A02010105,不属于清单,实为配件,核定甲
                """);
        assertThat(decide(2, other))
                .contains("记录 d1：不属于清单（本记录）\n　　注意：文件所依据的审计 sample-20250101-1-test 没有保存该行的明细")
                .contains("记录 d2：不予采纳：该行的品目编码在文件中为“A02010104”，最近一次审计中为“A02010105”")
                .contains("记录 d3：不予采纳：该行的品目编码在文件中为空，最近一次审计中为“A02010105”")
                .contains("记录 d4：不属于清单（本记录）\n")
                .contains("2 行可以采纳，2 行不能");
    }

    /** Its sheet of what was decided before has a conclusion in every row, too, and is no answer. */
    @Test
    void theWorkbookOfANightWithDecisionsIsTakenBack() throws IOException {
        Path feed = feed("M2");
        audit(feed);
        decide(0, filledIn(new Answer("d2", "节能产品", "不属于清单", "", "", "实为配件", "核定甲")));
        audit(feed);
        assertThat(report().resolve("decided.csv")).exists();

        Path second = filledIn(new Answer("d4", "节能产品", "确认不符合", "", "", "", "核定乙"));
        assertThat(decide(0, second)).contains("记录 d4：确认不符合", "已记录 1 行的核定，0 行此前已记录，0 行未采纳");
        assertThat(decide(2, report().resolve("decided.csv"))).contains("没有可填写的“核定结论”");
        assertThat(decide(2, report().resolve("violations.csv"))).contains("没有可填写的“核定结论”");
        assertThat(decide(2, feed)).contains("没有可填写的“核定结论”");
        Path notes = Files.writeString(folder.resolve("notes.txt"), "记\"录\"编号 \"x\" \n\"核定\"结论\"");
        assertThat(decide(2, notes)).contains("没有可填写的“核定结论”").doesNotContain("Exception");
    }

    @Test
    void aLineThatIsNoFindingHasNothingToDecide() throws IOException {
        Path feed = Feed.of()
                .line(desktop("ok", "M1")
                        .with(FeedColumn.EXEMPTION_REASON, "应急")
                        .with(FeedColumn.APPROVAL_NO, "虚财购〔2026〕9号"))
                .line(desktop("d2", "M2"))
                .write(folder.resolve("feed.csv"));
        audit(feed, "--all-verdicts");
        Path answers = Files.writeString(
                folder.resolve("answers.csv"),
                """
                记录编号,清单,核定结论,说明,核定人,适用范围,日期
                ok,节能产品,不属于清单,配件,核定甲,,2026-07-01
                d2,节能产品,不属于清单,配件,核定甲,全部,2026-07-01
                d2,节能产品,不属于清单,配件,核定甲,,2999-07-01
                d2,节能产品,不属于清单,配件,核定甲,,2026-07-01
                d2,节能产品,确认不符合,,核定乙,,2026-07-01
                d2,,确认不符合,,核定乙,,2026-07-01
                """);
        assertThat(decide(2, answers))
                .contains("第 2 行，记录 ok：不予采纳", "没有记录“ok”", "“全部”不是适用范围", "“2999-07-01”在今天之后")
                .contains("与 answers.csv 第 5 行，记录 d2（不属于清单，核定甲，2026-07-01）矛盾", "清单列为空")
                .doesNotContain("“”", "withdraw");
    }

    @Test
    void aWithdrawalSaysWhoAndWhyAndIsMadeOnce() throws IOException {
        audit(feed("M2"));
        decide(0, filledIn(new Answer("d2", "节能产品", "不属于清单", "", "", "实为配件", "核定甲")));
        for (String[] told : new String[][] {{"--by= ", "--reason=有误"}, {"--by=核定乙", "--reason=　"}}) {
            assertThat(run(2, "withdraw", "1", "--job=jobs/sample.yaml", told[0], told[1]))
                    .contains("请写明撤回人");
        }
        run(0, "withdraw", "1", "--job=jobs/sample.yaml", "--by=核定乙", "--reason=有误");
        assertThat(run(2, "withdraw", "1", "--job=jobs/sample.yaml", "--by=核定丙", "--reason=不知"))
                .contains("核定 1 此前已由 核定乙 于", "（有误）");
        assertThat(run(2, "withdraw", "9", "--job=jobs/sample.yaml", "--by=核定丙", "--reason=不知"))
                .contains("没有可撤回的核定 9");
    }

    @Test
    void beforeTheFirstAuditThereIsNothingToDecide() throws IOException {
        Path answers = Files.writeString(folder.resolve("answers.csv"), "记录编号,清单,核定结论,核定人\nd1,节能产品,确认不符合,核定甲\n");
        assertThat(decide(2, answers)).contains("任务 sample 还没有完成的审计");
    }

    @Test
    void whatADecisionSettledAndNoLongerDoesIsAsOldAsBefore() throws IOException {
        Path metrics = folder.resolve("sample.prom");
        settings.set("greenaudit.metrics.textfile", metrics);
        audit("2026-05-01", feed("M2"));
        assertThat(sight("undetermined.csv", "p1 energy")).isEqualTo("2026-05-01,");
        assertThat(sight("violations.csv", "d2 energy")).isEqualTo("2026-05-01,是");
        decide(
                0,
                filledIn(
                        new Answer("p1", "节能产品", "不属于清单", "", "", "实为耗材", "核定甲"),
                        new Answer("d2", "节能产品", "不属于清单", "", "", "实为配件", "核定甲")));
        for (String night : List.of("2026-05-20", "2026-05-25")) {
            audit(night, feed("M2"));
            assertThat(rows("undetermined.csv")).doesNotContainKey("p1 energy");
            assertThat(rows("violations.csv")).doesNotContainKey("d2 energy").containsKey("d1 energy");
        }
        assertThat(Files.readString(metrics))
                .contains("greenaudit_decisions{job=\"sample\",region=\"361002\",state=\"applied\"} 2.0")
                .contains("greenaudit_undetermined_oldest_age_seconds{job=\"sample\",region=\"361002\"} 0.0");

        Path changed = folder.resolve("changed.csv");
        Files.writeString(changed, Files.readString(feed("M2-B")).replace("P1", "P1-B"));
        audit("2026-06-30", changed);
        assertThat(sight("undetermined.csv", "p1 energy")).isEqualTo("2026-05-01,");
        assertThat(sight("violations.csv", "d2 energy"))
                .as("the audit before did not have it")
                .isEqualTo("2026-05-01,是");
        assertThat(sight("violations.csv", "d1 energy")).isEqualTo("2026-05-01,否");
        assertThat(Files.readString(metrics))
                .contains("greenaudit_decisions{job=\"sample\",region=\"361002\",state=\"applied\"} 0.0")
                .contains("greenaudit_decisions{job=\"sample\",region=\"361002\",state=\"stale\"} 2.0")
                .contains("greenaudit_undetermined_oldest_age_seconds{job=\"sample\",region=\"361002\"} "
                        + (double) Duration.ofDays(60).toSeconds())
                .contains("greenaudit_undetermined_overdue{job=\"sample\",region=\"361002\"} 1.0");
    }

    /** The finding is the line's: an answer that makes a violation of a question does not make it young. */
    @Test
    void aQuestionThatBecameAViolationIsAsOldAsTheQuestion() throws IOException {
        audit("2026-05-01", feed("M2"));
        decide(0, filledIn(new Answer("p1", "节能产品", "补充事实", "", "", "激光", "核定甲")));
        for (String night : List.of("2026-05-20", "2026-05-21")) {
            audit(night, feed("M2"));
            assertThat(rows("undetermined.csv")).doesNotContainKey("p1 energy");
            assertThat(sight("violations.csv", "p1 energy")).startsWith("2026-05-01,");
        }
        run(0, "withdraw", "1", "--job=jobs/sample.yaml", "--by=核定乙", "--reason=有误");
        audit("2026-05-22", feed("M2"));
        assertThat(sight("undetermined.csv", "p1 energy")).isEqualTo("2026-05-01,");
    }

    /** When a finding was first seen, and whether it is new. */
    private String sight(String file, String finding) throws IOException {
        String[] key = finding.split(" ");
        String list = key[1].equals("eco") ? "环境标志产品" : "节能产品";
        return Files.readAllLines(report().resolve(file)).stream()
                .filter(line -> line.split(",", 4)[2].equals(key[0]) && line.contains("," + list + ","))
                .map(line -> line.replaceAll(".*,([^,]*,[^,]*)$", "$1"))
                .collect(Collectors.joining(";"));
    }

    @Test
    void whatCannotBeTakenIsRefusedInWordsAndNothingIsHalfTaken() throws IOException {
        audit(feed("M2"));
        Path answers = filledIn(
                new Answer("d1", "节能产品", "证书已核实", "2.67E+13", "", "", "核定甲"),
                new Answer("d2", "节能产品", "不属于清单", "", "", "实为配件", "核定甲"),
                new Answer("d3", "节能产品", "大概可以", "", "", "", "核定甲"));
        assertThat(decide(2, answers)).contains("不是完整的证书编号", "“大概可以”不是核定结论", "没有记录任何核定");
        assertThat(run(0, "decisions", "--job=jobs/sample.yaml")).contains("还没有核定");
        assertThat(decide(0, answers, "--partial")).contains("已记录 1 行的核定");

        Path unknown = Files.writeString(
                folder.resolve("last-month.csv"),
                """
                运行编号,记录编号,清单,核定结论,说明,核定人,日期
                sample-20260531-1-test,x9,节能产品,不属于清单,配件,核定甲,2026-06-01
                sample-20260531-1-test,d4,节能产品,确认不符合,,,2026-06-01
                sample-20260531-1-test,d4,节能产品,确认不符合,,核定甲,六月一日
                ,x8,节能产品,确认不符合,,核定甲,26.6.1
                sample-20260531-1-test,d2,节能产品,确认不符合,,核定乙,2026-06-01
                """);
        assertThat(decide(2, unknown))
                .contains("没有记录“x9”", "sample-20260531-1-test", "未写明核定人", "不是日期", "与核定 1（不属于清单，核定甲", "第 6 行")
                .contains("文件来自审计 sample-20260531-1-test；最近一次审计 sample-20260630-1-test 中没有记录“x9”")
                .contains("记录 x8：不予采纳：最近一次审计 sample-20260630-1-test 中没有记录“x8”");
        Path none = Files.writeString(folder.resolve("none.csv"), "记录编号,清单\nd1,节能产品\n");
        assertThat(decide(2, none)).contains("没有可填写的“核定结论”");
    }
}
