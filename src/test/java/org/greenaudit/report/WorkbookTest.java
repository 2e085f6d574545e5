package org.greenaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.greenaudit.message.Messages;
import org.greenaudit.testing.StoredVerdicts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookTest {

    private static final String VIOLATIONS = "不符合";

    @TempDir
    private Path out;

    private Path report(FakeRun run) throws IOException {
        return new ReportWriter(run, Messages.in(Messages.CHINESE), Optional.empty(), 2).write(out);
    }

    /** The sheets of a workbook by name: rows of cells. */
    private static Map<String, List<Row>> sheets(Path file) throws IOException {
        Map<String, List<Row>> sheets = new TreeMap<>();
        try (InputStream in = new ByteArrayInputStream(Files.readAllBytes(file));
                ReadableWorkbook workbook = new ReadableWorkbook(in)) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                sheets.put(sheet.getName(), sheet.read());
            }
        }
        return sheets;
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        row.forEach(cell -> texts.add(cell == null ? "" : cell.getText()));
        return texts;
    }

    private static Cell cell(List<Row> sheet, int row, String header) {
        return sheet.get(row).getCell(texts(sheet.get(0)).indexOf(header));
    }

    @Test
    void theWorkbookHasASheetForEachPartOfTheReport() throws IOException {
        Path report = report(FakeRuns.realistic());
        assertThat(sheets(report.resolve("report.xlsx")).keySet())
                .containsExactlyInAnyOrder("说明", "指标", VIOLATIONS, "待核实", "单位考核", "认证机构", "退回");
        assertThat(sheets(report.resolve("by-region/361002/report.xlsx")).keySet())
                .containsExactlyInAnyOrder("说明", "指标", VIOLATIONS, "待核实", "单位考核", "认证机构", "退回");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "by-region/361002/"})
    void theSheetsHoldTheRowsOfTheCsvFilesBesideThem(String folder) throws IOException {
        Path report = report(FakeRuns.realistic()).resolve(folder);
        Map<String, List<Row>> sheets = sheets(report.resolve("report.xlsx"));
        Map<String, String> files = Map.of(
                "指标", "summary.csv", VIOLATIONS, "violations.csv", "待核实", "undetermined.csv", "单位考核", "buyers.csv");
        for (Map.Entry<String, String> file : files.entrySet()) {
            List<List<String>> rows = Csv.rows(report.resolve(file.getValue()));
            List<Row> sheet = sheets.get(file.getKey());
            assertThat(sheet).as(file.getKey()).hasSameSizeAs(rows);
            assertThat(texts(sheet.get(0))).as(file.getKey()).containsAll(rows.get(0));
        }
        List<Row> violations = sheets.get(VIOLATIONS);
        List<List<String>> rows = Csv.rows(report.resolve("violations.csv"));
        int record = rows.get(0).indexOf("记录编号");
        for (int i = 1; i < rows.size(); i++) {
            assertThat(cell(violations, i, "记录编号").asString())
                    .isEqualTo(rows.get(i).get(record));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11361000000000000X",
                "113610000000000001",
                "2026-3-5",
                "1E17",
                "001",
                "=1+1",
                "-A1",
                "'5",
                "a\nb",
                "𠮷",
                "<&>\"",
                "1/2"
            })
    void aTextReadsBackAsItWas(String text) throws IOException {
        Path report = report(run(row -> row.model(text).record(text)));
        List<Row> sheet = sheets(report.resolve("report.xlsx")).get(VIOLATIONS);
        for (String column : List.of("规格型号", "记录编号")) {
            assertThat(cell(sheet, 1, column).getType()).as(column).isEqualTo(CellType.STRING);
            assertThat(cell(sheet, 1, column).asString()).as(column).isEqualTo(text);
        }
    }

    @Test
    void whatNoWorkbookCanHoldIsShownByASign() throws IOException {
        Path report = report(run(row -> row.model("a\u0001b\ufffec").buyer("y".repeat(40_000))));
        List<Row> sheet = sheets(report.resolve("report.xlsx")).get(VIOLATIONS);
        assertThat(cell(sheet, 1, "规格型号").asString()).isEqualTo("a\ufffdb\ufffdc");
        assertThat(cell(sheet, 1, "采购单位").asString()).hasSize(32_767).endsWith("…");
    }

    @Test
    void numbersAndDatesAreNumbersAndDates() throws IOException {
        LocalDate day = LocalDate.of(2026, 3, 5);
        Path report = report(run(row -> row.quantity("12.50")
                .unitPrice("12345678901234567890")
                .yuan(1_234)
                .contractDate(day)));
        List<Row> sheet = sheets(report.resolve("report.xlsx")).get(VIOLATIONS);
        assertThat(cell(sheet, 1, "数量").asNumber()).isEqualByComparingTo("12.5");
        assertThat(cell(sheet, 1, "单价").asString())
                .as("more digits than a spreadsheet keeps")
                .isEqualTo("12345678901234567890");
        assertThat(cell(sheet, 1, "金额").asNumber()).isEqualByComparingTo("1234");
        assertThat(cell(sheet, 1, "合同签订日期").asDate()).isEqualTo(day.atStartOfDay());
    }

    @Test
    void theColumnsToFillInStandTogetherBehindTheReasons() throws IOException {
        List<Row> sheet =
                sheets(report(FakeRuns.realistic()).resolve("report.xlsx")).get("待核实");
        List<String> header = texts(sheet.get(0));
        int first = header.indexOf("核定结论");
        assertThat(header.subList(first, first + 6)).containsExactly("核定结论", "证书编号", "批准文号", "说明", "核定人", "日期");
        assertThat(header.subList(0, first)).contains("采购单位", "货物名称", "金额", "说明");
        assertThat(sheet.get(1).getCellCount()).isGreaterThan(first);
    }

    @Test
    void theSameRunGivesTheSameBytes() throws IOException {
        byte[] first = Files.readAllBytes(report(FakeRuns.realistic()).resolve("report.xlsx"));
        out = out.resolve("again");
        assertThat(Files.readAllBytes(report(FakeRuns.realistic()).resolve("report.xlsx")))
                .isEqualTo(first);
    }

    /** A run with one violation. */
    private static FakeRun run(UnaryOperator<StoredVerdicts> change) {
        return new FakeRun()
                .add(change.apply(StoredVerdicts.violation()).build())
                .counted();
    }
}
