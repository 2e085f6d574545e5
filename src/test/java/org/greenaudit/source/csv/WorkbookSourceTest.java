package org.greenaudit.source.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.greenaudit.purchase.InputException;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.purchase.Rejection;
import org.greenaudit.source.SourceContent;
import org.greenaudit.source.SourcePlan;
import org.greenaudit.source.sheet.Workbooks;
import org.greenaudit.testing.LibreOffice;
import org.greenaudit.text.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks as a source of purchases, alone and beside CSV files. */
class WorkbookSourceTest {

    private static final String[] HEADER = Feeds.HEADER.split(",");

    @TempDir
    Path folder;

    private static String row(int number, String id, String item) {
        return Workbooks.row(number, id, "2026-03-05", "虚构机关（示例）", item, "100.00");
    }

    private Path workbook(String name) throws IOException {
        return Files.write(
                folder.resolve(name),
                new Workbooks()
                        .sheet(
                                "一月",
                                Workbooks.row(1, "采购明细表")
                                        + Workbooks.row(3, HEADER)
                                        + row(4, "1", "台式计算机")
                                        + row(7, "2", "打印机"),
                                "")
                        .sheet("二月", Workbooks.row(1, HEADER) + row(2, "3", "显示器") + row(3, "1", "椅"), "")
                        .bytes());
    }

    @Test
    void everySheetIsASourceAndALineIsItsRow() throws IOException {
        Path file = workbook("采购.xlsx");
        Feeds.Read read = Feeds.read(Feeds.settings(file), 2);
        assertThat(read.lines())
                .extracting(PurchaseLine::recordId, line -> line.ref().source(), line -> line.ref()
                        .line())
                .containsExactly(
                        tuple("1", "采购.xlsx#一月", 4L), tuple("2", "采购.xlsx#一月", 7L), tuple("3", "采购.xlsx#二月", 2L));
        assertThat(read.rejections())
                .extracting(rejection -> rejection.ref().line(), Rejection::value)
                .containsExactly(tuple(3L, "1"));
        assertThat(read.plan().contents())
                .extracting(SourceContent::name, SourceContent::bytes, SourceContent::sha256, SourceContent::rows)
                .containsExactly(
                        tuple("采购.xlsx#一月", Files.size(file), Sha256.ofFile(file), 2L),
                        tuple("采购.xlsx#二月", Files.size(file), Sha256.ofFile(file), 2L));
    }

    @Test
    void workbooksAreToldByTheirContentAndStandBesideCsvFiles() throws IOException {
        Path csv = Files.writeString(folder.resolve("甲.xls"), Feeds.HEADER + "\n" + Feeds.row("9", "椅"));
        Path page = Files.writeString(
                folder.resolve("乙.csv"),
                "<table><tr><td>" + String.join("<td>", HEADER)
                        + "<tr><td>8<td>2026年3月5日<td>虚构机关（示例）<td>桌<td>￥1,200.00</table>");
        Feeds.Read read = Feeds.read(Feeds.settings(csv, workbook("丙.txt"), page), 10);
        assertThat(read.ids()).containsExactly("9", "1", "2", "3", "8");
        assertThat(read.plan().contents())
                .extracting(SourceContent::name)
                .containsExactly("甲.xls", "丙.txt#一月", "丙.txt#二月", "乙.csv#table1");
        assertThat(read.lines().get(4).amountFen()).isEqualTo(120_000);
    }

    /** A feed as an office keeps it: dates as dates, amounts as numbers, codes that look like numbers, a total below. */
    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls", "html:HTML (StarCalc)"})
    void whatARealOfficeProgramSavesIsReadAsTheCsvFileIs(String format) throws IOException {
        Path csv = Files.writeString(
                folder.resolve("采购.csv"),
                """
                \ufeff记录编号,合同签订日期,采购单位,采购单位编码,货物名称,规格型号,金额(元)
                001,2026-03-05,虚构机关（示例）,11361000000000000X,台式计算机,3-5,"5,000.50"
                002,2026年3月6日,虚构机关（示例）,11361000000000000X,打印机,M 1 双面,1200
                003,2026/3/7,虚构机关（示例）,0012,显示器,1E5,￥800.00
                合计,,,,,,7000.50
                """);
        Path saved = folder.resolve("saved/采购." + format.split(":")[0]);
        LibreOffice.convert(csv, LibreOffice.csvWithTexts(1, 4, 6), format, saved.getParent());
        Feeds.Read expected = Feeds.read(Feeds.settings(csv), 10);
        Feeds.Read read = Feeds.read(Feeds.settings(saved), 10);
        assertThat(expected.lines()).hasSize(3);
        assertThat(expected.setApart()).hasSize(1);
        assertThat(read.rejections()).isEmpty();
        assertThat(read.setApart()).hasSize(1);
        assertThat(read.lines())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("ref")
                .containsExactlyElementsOf(expected.lines());
    }

    @Test
    void manyPartitionsGiveTheSameLinesAsOne() throws IOException {
        Path file = folder.resolve("many.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("明细");
            IntStream.range(0, HEADER.length).forEach(i -> sheet.value(0, i, HEADER[i]));
            for (int row = 1; row <= 500; row++) {
                sheet.value(row, 0, "R-" + row);
                sheet.value(row, 1, LocalDate.of(2026, 3, 5));
                sheet.style(row, 1).format("yyyy/m/d").set();
                sheet.value(row, 2, "虚构机关（示例）");
                sheet.value(row, 3, row % 7 == 0 ? "显示器，\"27\"英寸\n两台" : "显示器");
                sheet.value(row, 4, row * 1.1);
            }
        }
        CsvSource one = Feeds.source(Feeds.settings(file));
        Feeds.Read whole = Feeds.read(one, 1000);
        Feeds.Read parts = Feeds.read(Feeds.source(Feeds.settings(file), 5), 7);
        assertThat(parts.plan().partitions()).hasSizeGreaterThan(5);
        assertThat(parts.lines()).isEqualTo(whole.lines()).hasSize(500);
        assertThat(whole.lines().get(6))
                .extracting(
                        PurchaseLine::itemName, PurchaseLine::contractDate, PurchaseLine::amountFen, line -> line.ref()
                                .line())
                .containsExactly("显示器，\"27\"英寸 两台", LocalDate.of(2026, 3, 5), 770L, 8L);
        one.close();
    }

    @Test
    void aWorkerThatDidNotPlanReadsThePartitionsOfThePlan() throws IOException {
        CsvSettings settings = Feeds.settings(workbook("采购.xlsx"));
        SourcePlan plan;
        try (CsvSource planner = Feeds.source(settings)) {
            plan = planner.plan();
        }
        try (CsvSource worker = Feeds.source(settings)) {
            assertThat(worker.open(plan, plan.partitions().get(1), 10)
                            .next()
                            .orElseThrow()
                            .lines())
                    .extracting(PurchaseLine::recordId)
                    .containsExactly("3");
        }
    }

    @Test
    void aWorkbookThatChangedSinceItWasPlannedIsNotRead() throws IOException {
        Path file = workbook("采购.xlsx");
        SourcePlan plan;
        try (CsvSource planner = Feeds.source(Feeds.settings(file))) {
            plan = planner.plan();
        }
        for (byte[] changed : List.of(
                new Workbooks()
                        .sheet("一月", Workbooks.row(1, HEADER) + row(2, "5", "椅"), "")
                        .bytes(),
                (Feeds.HEADER + "\n" + Feeds.row("5", "椅")).getBytes(StandardCharsets.UTF_8))) {
            Files.write(file, changed);
            try (CsvSource worker = Feeds.source(Feeds.settings(file))) {
                assertThatThrownBy(() -> worker.open(plan, plan.partitions().get(0), 10))
                        .isInstanceOfSatisfying(
                                InputException.class,
                                e -> assertThat(e.text().key()).isEqualTo("source.changed"));
            }
        }
    }

    @Test
    void whetherFilesHoldWhatWasReadIsToldWithoutReadingTheirSheets() throws IOException {
        Path csv = Files.writeString(folder.resolve("甲.csv"), Feeds.HEADER + "\n" + Feeds.row("9", "椅"));
        Path book = workbook("采购.xlsx");
        CsvSettings settings = Feeds.settings(csv, book);
        List<SourceContent> contents = Feeds.source(settings).plan().contents();
        assertThat(Feeds.source(settings).holds(contents)).isTrue();
        assertThat(Feeds.source(Feeds.settings(book, csv)).holds(contents)).isFalse();
        assertThat(Feeds.source(Feeds.settings(csv)).holds(contents)).isFalse();
        assertThat(Feeds.source(Feeds.settings(book)).holds(contents)).isFalse();
        assertThat(Feeds.source(settings).holds(contents.subList(0, 1))).isFalse();
        Files.write(
                book,
                new Workbooks()
                        .sheet("一月", Workbooks.row(1, HEADER) + row(2, "5", "椅"), "")
                        .bytes());
        assertThat(Feeds.source(settings).holds(contents)).isFalse();
    }

    @Test
    void aSheetWithoutRowsIsSaidByItsName() throws IOException {
        Path file = Files.write(
                folder.resolve("空.xlsx"),
                new Workbooks().sheet("一月", Workbooks.row(2, HEADER), "").bytes());
        assertThatThrownBy(() -> Feeds.source(Feeds.settings(file)).plan())
                .isInstanceOfSatisfying(InputException.class, e -> {
                    assertThat(e.text().key()).isEqualTo("source.header-only");
                    assertThat(e.text().args().get(0)).endsWith("空.xlsx#一月");
                });
    }

    @Test
    void aJobMayNameTheRowOfTheHeader() throws IOException {
        Path book = workbook("采购.xlsx");
        Feeds.Read read = Feeds.read(withHeaderRow(3, book), 10);
        assertThat(read.lines())
                .extracting(PurchaseLine::recordId, line -> line.ref().line())
                .containsExactly(tuple("1", 4L), tuple("2", 7L));
        assertThatThrownBy(() -> Feeds.source(withHeaderRow(5, book)).plan())
                .isInstanceOfSatisfying(
                        InputException.class, e -> assertThat(e.text().key()).isEqualTo("source.header-row-absent"));
    }

    private static CsvSettings withHeaderRow(int row, Path file) {
        CsvSettings found = Feeds.settings(file);
        return new CsvSettings(
                found.files(), found.charset(), found.delimiter(), "", Optional.of(row), List.of(), found.mapping());
    }
}
