package org.greenaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.greenaudit.message.Messages;
import org.greenaudit.purchase.BuyerType;
import org.greenaudit.testing.LibreOffice;
import org.greenaudit.testing.StoredVerdicts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbook opened by a real office program, and saved by it as people do who fill in their answers. */
class LibreOfficeTest {

    private static final String FINDINGS = "不符合";

    /** What an office program would make numbers, dates, formulas or nothing of, if it were let. */
    private static final List<String> IDENTIFIERS = List.of(
            "11361000000000000X",
            "113610000000000001",
            "2026-3-5",
            "1E17",
            "001",
            "=1+1",
            "-A1",
            "'5",
            "𠮷1/2",
            "12-11",
            "3.10",
            "50%",
            "TRUE",
            "#N/A",
            "￥5",
            "<&>\"",
            "８６");

    @TempDir
    private Path folder;

    private Path report(FakeRun run) throws IOException {
        return new ReportWriter(run, Messages.in(Messages.CHINESE), Optional.empty(), 2).write(folder.resolve("out"));
    }

    private Path hardIdentifiers() throws IOException {
        FakeRun run = new FakeRun();
        int line = 1;
        for (String identifier : IDENTIFIERS) {
            line++;
            run.add(StoredVerdicts.violation()
                    .record(identifier, line)
                    .model(identifier)
                    .buyer(identifier, "虚构单位（示例）", BuyerType.ADMINISTRATION)
                    .build());
        }
        return report(run.counted());
    }

    @Test
    void everySheetShowsTheTextsOfTheCsvFileBesideIt() throws IOException {
        Path report = report(FakeRuns.realistic());
        Path shown = folder.resolve("shown");
        LibreOffice.convert(report.resolve("report.xlsx"), LibreOffice.CSV, shown);
        List<String> ofFindings = List.of("行政区划代码", "采购单位编码", "记录编号", "规格型号", "说明");
        assertSame(report, "violations.csv", shown, FINDINGS, ofFindings);
        assertSame(report, "undetermined.csv", shown, "待核实", ofFindings);
        assertSame(report, "buyers.csv", shown, "单位考核", List.of("行政区划代码", "采购单位编码"));
        assertSame(report, "rejected.csv", shown, "退回", List.of("原值"));
    }

    private static void assertSame(Path report, String file, Path shown, String sheet, List<String> columns)
            throws IOException {
        for (String column : columns) {
            assertThat(column(shown.resolve("report-" + sheet + ".csv"), column))
                    .as("%s, %s", sheet, column)
                    .isNotEmpty()
                    .isEqualTo(Csv.column(report.resolve(file), column));
        }
    }

    @Test
    void everyIdentifierIsShownUnchanged() throws IOException {
        LibreOffice.convert(hardIdentifiers().resolve("report.xlsx"), LibreOffice.CSV, folder);
        Path sheet = folder.resolve("report-" + FINDINGS + ".csv");
        for (String column : List.of("记录编号", "规格型号", "采购单位编码")) {
            assertThat(column(sheet, column)).as(column).containsExactlyInAnyOrderElementsOf(IDENTIFIERS);
        }
    }

    @Test
    void everyIdentifierStaysATextWhenThatProgramSavesTheWorkbook() throws IOException {
        LibreOffice.convert(hardIdentifiers().resolve("report.xlsx"), "xlsx", folder);
        try (InputStream in = new ByteArrayInputStream(Files.readAllBytes(folder.resolve("report.xlsx")));
                ReadableWorkbook workbook = new ReadableWorkbook(in)) {
            List<Row> rows = workbook.findSheet(FINDINGS).orElseThrow().read();
            List<String> header =
                    rows.get(0).stream().map(cell -> cell.getText()).toList();
            for (String column : List.of("记录编号", "规格型号", "采购单位编码")) {
                assertThat(header).contains(column);
                int index = header.indexOf(column);
                assertThat(rows.stream().skip(1).map(row -> row.getCell(index).getType()))
                        .as(column)
                        .containsOnly(CellType.STRING);
                assertThat(rows.stream().skip(1).map(row -> row.getCell(index).asString()))
                        .as(column)
                        .containsExactlyInAnyOrderElementsOf(IDENTIFIERS);
            }
        }
    }

    /** The cells of a column of a sheet that was saved as CSV, without its header. */
    private static List<String> column(Path sheet, String header) throws IOException {
        try (CSVParser parser = CSVParser.parse(Files.readString(sheet), CSVFormat.RFC4180)) {
            List<CSVRecord> rows = parser.getRecords();
            assertThat(rows.get(0).toList()).contains(header);
            int index = rows.get(0).toList().indexOf(header);
            return rows.stream().skip(1).map(row -> row.get(index)).toList();
        }
    }
}
