package org.greenaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenaudit.cli.FeedbackWorkbook.cells;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.testing.Feed;
import org.greenaudit.testing.LibreOffice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What comes back was sorted, filtered, cut, widened and saved in other formats by a real office program. It is taken as it
 * was meant, or refused in words; nothing is half taken. The tests share one audit, and each answers lines of its own.
 */
@Tag("slow")
class DecisionWorkbooksTest {

    private static final String ENERGY = "节能产品";
    private static final String VIOLATIONS = FeedbackWorkbook.VIOLATIONS;
    private static final String QUESTIONS = FeedbackWorkbook.QUESTIONS;
    private static final Charset GB18030 = Charset.forName("GB18030");

    /** A CSV file of each sheet: semicolons, GB18030, cell contents as shown. */
    private static final String CSV = "csv:Text - txt - csv (StarCalc):59,34,85,1,,0,false,true,false,false,false,-1";

    @TempDir
    private static Path folder;

    private static SampleJob job;

    /** Audits once, and has everything converted that the tests need. */
    @BeforeAll
    static void auditAndConvert() throws IOException {
        job = new SampleJob(folder);
        Feed feed = Feed.of();
        for (int i = 1; i <= 20; i++) {
            feed.line(desktop("a" + i, "A-" + i));
        }
        feed.line(desktop("b1", "B-1")
                .item("打印机")
                .with(FeedColumn.CATEGORY_CODE, "A02021003")
                .with(FeedColumn.CATEGORY_NAME, ""));
        feed.line(desktop("0012", "N-1")).line(desktop("2026-3-5", "N-2"));
        job.audit("2026-06-30", feed.write(folder.resolve("feed.csv")));
        Path report = job.workbook();
        Path arranged = arranged(report);
        LibreOffice.convert(arranged, "ods", folder);
        LibreOffice.convert(List.of(folder.resolve("arranged.ods"), typed(report)), "xlsx", folder);
        LibreOffice.convert(arranged, CSV, folder);
    }

    @AfterAll
    static void forget() {
        job.close();
    }

    private static Feed.Row desktop(String record, String model) {
        return Feed.row().id(record).item("台式计算机").brand("虚构牌").model(model);
    }

    /** Six answers in sheets of which hardly anything is where it was. */
    private static Path arranged(Path report) throws IOException {
        try (FeedbackWorkbook workbook = FeedbackWorkbook.open(report)) {
            workbook.answer("a1", ENERGY, cells("证书已核实", "证书编号", "CQC26701990101"))
                    .answer("a2", ENERGY, cells("不属于清单", "说明", "实为配件；见\"附件\"，第2页"))
                    .answer("a3", ENERGY, cells("已批准豁免", "批准文号", "虚财购〔2026〕3号"))
                    .answer("a4", ENERGY, cells("确认不符合"))
                    .answer("b1", ENERGY, cells("补充事实", "说明", "激光"))
                    .answer("0012", ENERGY, cells("已批准豁免", "批准文号", "虚财办2026-3号"))
                    .hide("a2", ENERGY)
                    .delete("a20", ENERGY);
            for (String sheet : List.of(VIOLATIONS, QUESTIONS)) {
                int conclusion = FeedbackWorkbook.header(workbook.sheet(sheet)).indexOf(FeedbackWorkbook.CONCLUSION);
                workbook.sort(sheet, "规格型号")
                        .insertColumn(sheet, conclusion + 2, "科室意见")
                        .insertColumn(sheet, 2, "序号")
                        .moveColumn(sheet, "记录编号", -1)
                        .moveColumn(sheet, "清单", 0)
                        .moveColumn(sheet, "核定人", conclusion + 3);
            }
            return workbook.withColumns("本单位备注")
                    .title(VIOLATIONS, "2026年上半年不符合记录反馈表")
                    .title(QUESTIONS, "2026年上半年待核实记录反馈表")
                    .save(folder.resolve("arranged.xls"));
        }
    }

    /** Answers in cells that a spreadsheet made numbers and dates, or that somebody typed otherwise. */
    private static Path typed(Path report) throws IOException {
        LocalDate late = LocalDate.of(2026, 12, 31);
        try (FeedbackWorkbook workbook = FeedbackWorkbook.open(report)) {
            workbook.withColumns("颁证日期", "到期日期", "有效期至")
                    .answer("a6", ENERGY, cells("证书已核实", "证书编号", 24701990106L))
                    .answer("a7", ENERGY, cells("证书已核实", "证书编号", 2470199L))
                    .answer("a8", ENERGY, cells("证书已核实", "证书编号", "2.4702E+13"))
                    .answer("a9", ENERGY, cells("确认不符合", "日期", 46204))
                    .answer("a10", ENERGY, cells("确认不符合", "日期", "2026年7月1日"))
                    .answer("a11", ENERGY, cells("确认不符合", "日期", "七月一日"))
                    .answer("a12", ENERGY, cells("不属于清单", "说明", "配件", "有效期至", LocalDate.of(2026, 6, 30)))
                    .answer(
                            "a13",
                            ENERGY,
                            cells("证书已核实", "证书编号", "CQC26701990113", "颁证日期", late, "到期日期", late.minusYears(1)))
                    .answer("a14", ENERGY, cells("已批准豁免", "批准文号", 20260003))
                    .answer("a17", ENERGY, cells("已批准豁免"))
                    .answer("2026-3-5", ENERGY, cells("确认不符合"))
                    .answer("0012", ENERGY, cells("确认不符合"));
            workbook.formatted(
                    workbook.cell(workbook.row("2026-3-5", ENERGY), "记录编号"), LocalDate.of(2026, 3, 5), "yyyy/m/d");
            workbook.formatted(workbook.cell(workbook.row("a17", ENERGY), "批准文号"), LocalDate.of(2026, 3, 1), "mmm-yy");
            workbook.cell(workbook.row("0012", ENERGY), "记录编号").setCellValue(12);
            return workbook.save(folder.resolve("typed.xls"));
        }
    }

    @Test
    void rearrangedSheetsAreReadAsTheyWereMeantInEveryFormat() throws IOException {
        assertThat(job.decide(0, folder.resolve("arranged.xls"))).contains("已记录 6 行的核定，0 行此前已记录，0 行未采纳");
        assertThat(job.decide(0, folder.resolve("arranged.xlsx")))
                .as("by way of .ods: the same in every cell")
                .contains("没有新的核定：6 行此前已记录，0 行未采纳");
        assertThat(job.decisions())
                .contains(
                        "证书已核实 CQC26701990101　虚构牌 A-1",
                        "　核定甲　2026-07-01　实为配件；见\"附件\"，第2页",
                        "已批准豁免 虚财购〔2026〕3号　a3",
                        "打印技术：激光　b1",
                        "已批准豁免 虚财办2026-3号　0012");
        Path semicolons = folder.resolve("arranged-" + VIOLATIONS + ".csv");
        String text = Files.readString(semicolons, GB18030);
        assertThat(text).contains(";核定结论;");
        assertThat(job.decide(0, semicolons)).contains("没有新的核定：5 行此前已记录，0 行未采纳");
        Path commas = Files.writeString(
                folder.resolve("commas.csv"), text.replace(",", "，").replace(';', ','), GB18030);
        assertThat(job.decide(0, commas)).contains("没有新的核定：5 行此前已记录，0 行未采纳");
    }

    @Test
    void whatASpreadsheetMadeOfACellIsTakenExactlyOrRefused() {
        Path saved = folder.resolve("typed.xlsx");
        String told = job.decide(2, saved);
        assertThat(told.replace("typed.xlsx", "typed.xls"))
                .as("as before it was saved again")
                .isEqualTo(job.decide(2, folder.resolve("typed.xls")));
        assertThat(told)
                .contains(
                        "记录 a8：不予采纳：“2.4702E+13”不是完整的证书编号",
                        "记录 a11：不予采纳：日期列的“七月一日”不是日期",
                        "记录 a12：不予采纳：有效期至“2026-06-30”早于核定日期“2026-07-01”",
                        "记录 a13：不予采纳：到期日期“2025-12-31”早于颁证日期“2026-12-31”",
                        "记录 a17：不予采纳：“2026-03-01”不是批准文号",
                        "记录 2026-03-05：不予采纳：最近一次审计 sample-20260630-1-test 中没有记录“2026-03-05”",
                        "记录 12：不予采纳：最近一次审计 sample-20260630-1-test 中没有记录“12”")
                .contains("没有记录任何核定：5 行可以采纳，7 行不能");

        assertThat(job.decide(0, saved, "--partial")).contains("已记录 5 行的核定，0 行此前已记录，7 行未采纳");
        assertThat(job.decisions())
                .contains("证书已核实 24701990106　虚构牌 A-6", "证书已核实 2470199　虚构牌 A-7", "已批准豁免 20260003　a14")
                .containsPattern("确认不符合　a9（节能产品）　核定甲　2026-07-01")
                .containsPattern("确认不符合　a10（节能产品）　核定甲　2026-07-01")
                .doesNotContain("A-8", "a11", "a12", "A-13", "a17", "2026-3-5");
    }

    @Test
    void aSheetWithoutItsListOrItsRecordsIsRefusedWhole() throws IOException {
        try (FeedbackWorkbook workbook = FeedbackWorkbook.open(folder.resolve("report.xls"))) {
            workbook.answer("a15", ENERGY, cells("确认不符合"))
                    .answer("a16", ENERGY, cells("不属于清单", "说明", "配件"))
                    .deleteColumn(VIOLATIONS, "清单");
            assertThat(job.decide(2, workbook.save(folder.resolve("no-list.xls"))))
                    .contains("记录 a15：不予采纳：清单列为空", "记录 a16：不予采纳：清单列为空", "没有新的核定：0 行此前已记录，2 行未采纳");
            workbook.deleteColumn(VIOLATIONS, "记录编号").deleteColumn(QUESTIONS, "记录编号");
            assertThat(job.decide(2, workbook.save(folder.resolve("no-record.xls"))))
                    .contains("no-record.xls#不符合：有“核定结论”而没有“记录编号”列");
            assertThat(job.decide(2, folder.resolve("no-record.xls"))).doesNotContain("#说明");
        }
    }
}
