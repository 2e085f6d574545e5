package org.greenaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.greenaudit.GreenAudit;
import org.greenaudit.source.sheet.Workbooks;
import org.greenaudit.testing.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CheckCommandTest {

    /** A title, an order that was cancelled, a date that is none, a total of all four, and a column of no use. */
    private static final List<String> OFFICE = List.of(
            "抚州市某局采购明细（虚构）,,,,,,,",
            "合同编号,合同签订日期,采购单位,商品名称,品牌,规格型号,成交金额,录入人,订单状态",
            "HT-1,2026-03-05,虚构第一中学,台式计算机,示例甲,JIA-100,8000,张某,已完成",
            "HT-2,2026-03-06,虚构第一中学,打印机,示例乙,P-1,2000,张某,已取消",
            "HT-3,2026-03-07,虚构第一中学,空调机,,,3000.50,李某,已完成",
            "HT-4,2026-13-07,虚构第一中学,空调机,,,1000,李某,已完成",
            "HT-5,2025-12-31,虚构第一中学,空调机,,,1000,李某,已完成",
            "合计,,,,,,15000.50,,");

    private final CliHarness cli = new CliHarness();

    private final Settings settings = new Settings();

    @TempDir
    private Path folder;

    @AfterEach
    void forget() {
        settings.close();
    }

    @Test
    void aCsvIsShownAsItWouldBeRead() throws IOException {
        assertThat(check(office(), "--locale=en")).as(cli.err()).isZero();
        assertThat(cli.err()).isEmpty();
        assertThat(cli.out())
                .contains(
                        "Source office.csv",
                        "charset UTF-8, delimiter “,”; the header is in line 2; 6 rows of data",
                        "the header is in line 2; 1 row above it is no part of the table and was skipped: 抚州市某局",
                        "录入人 (张某)",
                        "purchases: 3 lines, 12,000.50 yuan, contract dates 2025-12-31 to 2026-03-07",
                        "! 1 line of them outside the audited window 2026-01-01 to 2026-06-30",
                        "rejected (date not readable): 1 row, the first in line 6: \"2026-13-07\"",
                        "no purchases (cancelled or closed orders): 1 row, 2,000.00 yuan, the first in line 4",
                        "no purchases (totals and subtotals): 1 row, 15,000.50 yuan, the first in line 8",
                        "as read, the first 3 lines",
                        "there is no category code",
                        "no certificate column")
                .containsPattern(" 4 +商品名称 +→ +item_name +100\\.0 % +台式计算机; 空调机")
                .containsPattern(" 5 +品牌 +→ +brand +33\\.3 % +示例甲")
                .containsPattern(" 9 +订单状态 +→ +line_status +—")
                .containsPattern(" amount +8000\\.00 +3000\\.50 +1000\\.00")
                .doesNotContain("no brand or no model");
    }

    @Test
    void totalsAreCompared() throws IOException {
        assertThat(check(office(), "--locale=en")).isZero();
        String equal = cli.out();
        List<String> wrong = Stream.concat(OFFICE.stream().limit(7), Stream.of("合计,,,,,,99999,,"))
                .toList();
        CliHarness other = new CliHarness();
        assertThat(other.run(arguments(Files.write(folder.resolve("wrong.csv"), wrong), "--locale=en")))
                .isZero();
        assertThat(equal).contains("15,000.50").doesNotContain("99,999.00");
        assertThat(other.out()).containsPattern("(?m)^! wrong\\.csv.*99,999\\.00");
    }

    @Test
    void chineseIsTheDefault() throws IOException {
        assertThat(check(office())).as(cli.err()).isZero();
        assertThat(cli.out())
                .contains("来源 office.csv", "表头在第 2 行", "采购 3 行，金额合计 12,000.50 元", "结论将缺少：没有品目编码列")
                .containsPattern(" 7 +成交金额 +→ +金额 +100\\.0 % +8000\\.00；3000\\.50");
    }

    @Test
    void everySheetOfAWorkbookIsShown() throws IOException {
        String[] header = {"合同签订日期", "采购单位", "品目编码", "商品名称", "金额（万元）", "节能证书"};
        byte[] workbook = new Workbooks()
                .sheet(
                        "一季度",
                        Workbooks.row(1, header)
                                + Workbooks.row(2, "2026-03-05", "虚构单位", "A02010105", "台式计算机", "1.2", ""),
                        "")
                .sheet("说明", Workbooks.row(1, "填表说明"), "")
                .bytes();
        Path file = Files.write(folder.resolve("book.xlsx"), workbook);
        assertThat(check(file, "--locale=en")).as(cli.err()).isZero();
        assertThat(cli.out())
                .contains(
                        "Source book.xlsx#一季度",
                        "format: Excel workbook (.xlsx), sheet “一季度”; the header is in row 1; 1 row of data",
                        "not read: 说明",
                        "purchases: 1 line, 12,000.00 yuan")
                .containsPattern(" 5 +金额（万元） +→ +amount +100\\.0 % +12000\\.00")
                .contains("no brand or no model")
                .doesNotContain("no category code");
    }

    static Stream<Arguments> workbooks() {
        String head = "<tr><td>合同签订日期<td>采购单位<td>商品名称<td>金额";
        String row = "<tr><td>2026-03-05<td>虚构单位<td>打印机<td>";
        String xlsx =
                Workbooks.row(3, "合同签订日期", "采购单位", "商品名称", "金额") + Workbooks.row(4, "2026-03-05", "虚构单位", "打印机", "5");
        String twoRows = Workbooks.row(1, "合同", "采购单位", "", "商品名称", "金额")
                + Workbooks.row(2, "签订日期", "名称", "编码", "", "")
                + Workbooks.row(3, "2026-03-05", "虚构单位", "X1", "打印机", "5");
        return Stream.of(
                arguments("a.xlsx", new Workbooks().sheet("明细", xlsx, "").bytes(), "xlsx", "明细", 3),
                arguments(
                        "an xlsx that is called.xls",
                        new Workbooks().sheet("Q1", xlsx, "").bytes(),
                        "xlsx",
                        "Q1",
                        3),
                arguments(
                        "an xlsx that is called.csv",
                        new Workbooks().sheet("订单", xlsx, "").bytes(),
                        "xlsx",
                        "订单",
                        3),
                arguments(
                        "titles above.xlsx",
                        new Workbooks()
                                .sheet("订单", Workbooks.row(1, "虚构市采购明细") + xlsx, "")
                                .sheet("空", "", "")
                                .bytes(),
                        "xlsx",
                        "订单",
                        3),
                arguments(
                        "a header of two rows.xlsx",
                        new Workbooks().sheet("合同", twoRows, "").bytes(),
                        "xlsx",
                        "合同",
                        1),
                arguments("b.xls", Workbooks.xls(CheckCommandTest::fill), "xls", "采购明细", 2),
                arguments("an xls that is called.xlsx", Workbooks.xls(CheckCommandTest::fill), "xls", "采购明细", 2),
                arguments(
                        "c.xls",
                        utf8("<html><body><table>" + head + row + "5</table></body></html>"),
                        "html",
                        "table1",
                        1),
                arguments("d.xls", utf8("<table><tr><td>虚构市" + head + row + "5</table>"), "html", "table1", 2),
                arguments(
                        "e.xls",
                        utf8("<?xml version='1.0'?>\n<html><table><tr><td>菜单</table><table>" + head + row
                                + "5</table></html>"),
                        "html",
                        "table2",
                        1),
                arguments(
                        "gb.xls",
                        ("<html><meta charset=gbk><table>" + head + row + "5</table></html>")
                                .getBytes(Charset.forName("GB18030")),
                        "html",
                        "table1",
                        1));
    }

    private static Arguments arguments(String name, byte[] bytes, String kind, String sheet, int header) {
        return Arguments.of(name, bytes, kind, sheet, header);
    }

    private static byte[] utf8(String page) {
        return page.getBytes(StandardCharsets.UTF_8);
    }

    private static void fill(HSSFWorkbook workbook) {
        HSSFSheet sheet = workbook.createSheet("采购明细");
        List<List<String>> rows = List.of(
                List.of("虚构市采购明细"), List.of("合同签订日期", "采购单位", "商品名称", "金额"), List.of("2026-03-05", "虚构单位", "打印机", "5"));
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < rows.get(i).size(); j++) {
                HSSFRow row = j == 0 ? sheet.createRow(i) : sheet.getRow(i);
                row.createCell(j).setCellValue(rows.get(i).get(j));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void aWorkbookOfAnyKindIsToldByItsContent(String name, byte[] bytes, String kind, String sheet, int header)
            throws IOException {
        assertThat(check(Files.write(folder.resolve(name), bytes), "--locale=en"))
                .as(cli.err())
                .isZero();
        String words = Map.of(
                        "xlsx", "Excel workbook (.xlsx)",
                        "xls", "Excel 97–2003 workbook (.xls)",
                        "html", "web page with tables (HTML, often saved as .xls)")
                .getOrDefault(kind, "");
        assertThat(cli.out())
                .contains(
                        "Source " + name + "#" + sheet,
                        "format: " + words + ", sheet “" + sheet + "”; the header is in row " + header
                                + "; 1 row of data",
                        "purchases: 1 line, 5.00 yuan");
    }

    @Test
    void aMisspeltHeaderIsTwoAndNamesTheColumnItPerhapsMeans() throws IOException {
        Path file = Files.writeString(folder.resolve("near.csv"), "合同签定日期,采购单位,商品名称,金额\n2026-03-05,虚构单位,打印机,5\n");
        assertThat(check(file, "--locale=en")).isEqualTo(2);
        assertThat(cli.err()).contains("合同签定日期 = contract_date?").doesNotContain("\tat ");
    }

    @Test
    void aFileThatIsNotThereIsTwo() {
        assertThat(check(folder.resolve("none.csv"))).isEqualTo(2);
        assertThat(cli.err()).contains("none.csv");
    }

    @Test
    void blanksOfMergedCellsAreAnsweredWithTheKeyThatFillsThem() throws IOException {
        Path file = Files.writeString(
                folder.resolve("merged.csv"), "合同签订日期,采购单位,商品名称,金额\n2026-03-05,虚构单位,打印机,5\n,,空调机,6\n");
        Path job = folder.resolve("merged.yaml");
        assertThat(check(file, "--locale=en", "--write-job=" + job)).isZero();
        assertThat(cli.out()).contains("source.fill-down: [contract_date, buyer_name]");
        assertThat(Files.readString(job)).contains("  # fill-down: [contract_date, buyer_name]");
    }

    @Test
    void theJobThatIsWrittenAuditsTheSameRows() throws IOException {
        settings.set("greenaudit.data-dir", folder.resolve("data"));
        Path job = folder.resolve("My Bureau.yaml");
        assertThat(check(office(), "--write-job=" + job)).as(cli.err()).isZero();
        assertThat(cli.out()).contains("已写任务文件", "My Bureau.yaml");
        assertThat(Files.readString(job))
                .contains(
                        "name: my-bureau\n",
                        "- \"office.csv\"",
                        "    item_name: \"商品名称\"\n",
                        "    line_status: \"订单状态\"\n",
                        "# window: {from: 2025-12-31, to: 2026-03-07}",
                        "录入人 (张某)")
                .containsPattern("plans-from:\n  - \"\\S*fuzhou.yaml\"\n  - \"\\S*luoyang.yaml\"");

        StringWriter told = new StringWriter();
        PrintWriter writer = new PrintWriter(told);
        int status = new Cli(new Console(writer, writer, false), GreenAudit.class)
                .run(
                        "audit",
                        "--locale=en",
                        "--job=" + job,
                        "--date=2026-06-30",
                        "--from=2025-01-01",
                        "--out=" + folder.resolve("reports"));
        assertThat(status).as(told.toString()).isZero();
        assertThat(told.toString())
                .contains("my-bureau-20260630-1-test", "cancelled or closed orders")
                .containsPattern("read +4 +13,000\\.50");
    }

    @Test
    void aJobFileIsNeverOverwritten() throws IOException {
        Path job = Files.writeString(folder.resolve("job.yaml"), "name: mine\n");
        assertThat(check(office(), "--locale=en", "--write-job=" + job)).isEqualTo(2);
        assertThat(cli.err()).contains("job.yaml exists already");
        assertThat(job).hasContent("name: mine");

        CliHarness nowhere = new CliHarness();
        Path absent = folder.resolve("absent").resolve("job.yaml");
        assertThat(nowhere.run(arguments(office(), "--locale=en", "--write-job=" + absent)))
                .isEqualTo(2);
        assertThat(nowhere.err()).contains("its folder does not exist");
    }

    @Test
    void aHeaderThatDiffersBetweenSourcesIsNotMapped() throws IOException {
        Path other = Files.writeString(folder.resolve("other.csv"), "签订日期,采购单位,商品名称,金额\n2026-03-05,虚构单位,打印机,5\n");
        Path job = folder.resolve("two.yaml");
        assertThat(cli.run("check", "--input", office().toString(), other.toString(), "--write-job=" + job))
                .as(cli.err())
                .isZero();
        assertThat(Files.readString(job))
                .contains(
                        "    item_name: \"商品名称\"\n",
                        "    # contract_date: \"合同签订日期\"\n",
                        "    # contract_date: \"签订日期\"\n")
                .doesNotContain("    contract_date:");
        CliHarness again = new CliHarness();
        assertThat(again.run("check", "--job", job.toString())).as(again.err()).isZero();
        assertThat(again.out()).contains("来源 office.csv", "来源 other.csv");
    }

    private Path office() throws IOException {
        return Files.write(folder.resolve("office.csv"), OFFICE);
    }

    private int check(Path file, String... more) {
        return cli.run(arguments(file, more));
    }

    private static String[] arguments(Path file, String... more) {
        return Stream.concat(Stream.of("check", "--date=2026-06-30", "--input=" + file), Stream.of(more))
                .toArray(String[]::new);
    }
}
