package org.greenaudit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;

/**
 * A report's workbook in the hands of somebody who answers it: LibreOffice opened it and saved it as .xls, and Apache POI
 * writes into it. Its other cells, formats and lists of choice stay as they came.
 */
final class FeedbackWorkbook implements AutoCloseable {

    static final String VIOLATIONS = "不符合";
    static final String QUESTIONS = "待核实";
    static final String CONCLUSION = "核定结论";

    private static final String RECORD = "记录编号";
    private static final String LIST = "清单";
    private static final DataFormatter SHOWN = new DataFormatter();

    private final HSSFWorkbook workbook;

    private FeedbackWorkbook(HSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    /** A workbook as saved by .xls. */
    static FeedbackWorkbook open(Path xls) throws IOException {
        try (InputStream in = Files.newInputStream(xls)) {
            return new FeedbackWorkbook(new HSSFWorkbook(in));
        }
    }

    /** Cells of an answer, signed and dated unless they say otherwise. */
    static Map<String, Object> cells(String conclusion, Object... more) {
        Map<String, Object> cells = new HashMap<>();
        cells.put(CONCLUSION, conclusion);
        cells.put("核定人", "核定甲");
        cells.put("日期", LocalDate.of(2026, 7, 1));
        for (int i = 0; i < more.length; i += 2) {
            cells.put(more[i].toString(), more[i + 1]);
        }
        return cells;
    }

    HSSFSheet sheet(String name) {
        return workbook.getSheet(name);
    }

    /** Adds columns at the end of both sheets. */
    FeedbackWorkbook withColumns(String... headers) {
        for (String name : List.of(VIOLATIONS, QUESTIONS)) {
            HSSFRow row = sheet(name).getRow(0);
            for (String header : headers) {
                row.createCell(row.getLastCellNum()).setCellValue(header);
            }
        }
        return this;
    }

    /**
     * Answers a finding.
     *
     * @param cells by header: texts, numbers, and days, which become dates
     * @throws AssertionError when no row is about that finding
     */
    FeedbackWorkbook answer(String record, String list, Map<String, ?> cells) {
        HSSFRow row = row(record, list);
        cells.forEach((header, value) -> set(cell(row, header), value));
        return this;
    }

    /** The row about a finding. */
    HSSFRow row(String record, String list) {
        for (String name : List.of(VIOLATIONS, QUESTIONS)) {
            HSSFSheet sheet = sheet(name);
            List<String> header = header(sheet);
            for (int i = 1; i <= sheet.getLastRowNum(); i++) {
                HSSFRow row = sheet.getRow(i);
                if (shown(row, header.indexOf(RECORD)).equals(record)
                        && shown(row, header.indexOf(LIST)).equals(list)) {
                    return row;
                }
            }
        }
        throw new AssertionError("no row: " + record + " " + list);
    }

    /** The cell to fill in under a header: the columns for answers are the last of their names. */
    HSSFCell cell(HSSFRow row, String header) {
        int column = header(row.getSheet()).lastIndexOf(header);
        if (column < 0) {
            throw new AssertionError("no column: " + header);
        }
        return row.getCell(column, HSSFRow.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    private void set(HSSFCell cell, Object value) {
        if (value instanceof LocalDate day) {
            formatted(cell, day, "yyyy-mm-dd");
        } else if (value instanceof Number number) {
            cell.setCellStyle(workbook.createCellStyle());
            cell.setCellValue(number.doubleValue());
        } else {
            cell.setCellValue(value.toString());
        }
    }

    /** Makes a cell a date of that format, as a spreadsheet does of what looks like one. */
    void formatted(HSSFCell cell, LocalDate day, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        cell.setCellStyle(style);
        cell.setCellValue(day);
    }

    /** Writes a title above the header. */
    FeedbackWorkbook title(String name, String text) {
        HSSFSheet sheet = sheet(name);
        sheet.shiftRows(0, sheet.getLastRowNum(), 1);
        sheet.createRow(0).createCell(0).setCellValue(text);
        return this;
    }

    /** Hides the row about a finding, as a filter does. */
    FeedbackWorkbook hide(String record, String list) {
        row(record, list).setZeroHeight(true);
        return this;
    }

    /** Deletes the row about a finding, with what is below moving up. */
    FeedbackWorkbook delete(String record, String list) {
        HSSFRow row = row(record, list);
        HSSFSheet sheet = row.getSheet();
        int number = row.getRowNum();
        sheet.removeRow(row);
        if (number < sheet.getLastRowNum()) {
            sheet.shiftRows(number + 1, sheet.getLastRowNum(), -1);
        }
        return this;
    }

    /** Sorts a sheet by the texts of a column, descending. */
    FeedbackWorkbook sort(String name, String by) {
        HSSFSheet sheet = sheet(name);
        int column = header(sheet).indexOf(by);
        List<List<Kept>> rows = new ArrayList<>();
        for (int i = 1; i <= sheet.getLastRowNum(); i++) {
            rows.add(kept(sheet.getRow(i)));
        }
        rows.sort(Comparator.comparing(row -> row.get(column).toString(), Comparator.reverseOrder()));
        for (int i = 0; i < rows.size(); i++) {
            write(sheet.getRow(i + 1), rows.get(i));
        }
        return this;
    }

    /** Inserts a column with a text in every row. */
    FeedbackWorkbook insertColumn(String name, int at, String header) {
        return eachRow(name, row -> row.add(at, new Kept(header, Optional.empty())));
    }

    /** Deletes the last column of a name. */
    FeedbackWorkbook deleteColumn(String name, String header) {
        int column = header(sheet(name)).lastIndexOf(header);
        return eachRow(name, row -> row.remove(column));
    }

    /** Moves the last column of a name to another place; -1 is the end. */
    FeedbackWorkbook moveColumn(String name, String header, int to) {
        int column = header(sheet(name)).lastIndexOf(header);
        return eachRow(name, row -> {
            Kept moved = row.remove(column);
            row.add(to < 0 ? row.size() : to, moved);
        });
    }

    private FeedbackWorkbook eachRow(String name, Consumer<List<Kept>> change) {
        HSSFSheet sheet = sheet(name);
        int width = sheet.getRow(0).getLastCellNum();
        for (int i = 0; i <= sheet.getLastRowNum(); i++) {
            List<Kept> cells = kept(sheet.getRow(i));
            while (cells.size() < width) {
                cells.add(new Kept("", Optional.empty()));
            }
            change.accept(cells);
            write(sheet.getRow(i), cells);
        }
        return this;
    }

    /** A cell's text or number, and its format. */
    private record Kept(Object value, Optional<CellStyle> style) {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    private static List<Kept> kept(HSSFRow row) {
        List<Kept> cells = new ArrayList<>();
        for (int i = 0; i < row.getLastCellNum(); i++) {
            HSSFCell cell = row.getCell(i, HSSFRow.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            Object value = cell.getCellType() == CellType.NUMERIC
                    ? (Object) cell.getNumericCellValue()
                    : cell.getStringCellValue();
            cells.add(new Kept(value, Optional.of(cell.getCellStyle())));
        }
        return cells;
    }

    private static void write(HSSFRow row, List<Kept> cells) {
        for (int i = Math.max(row.getLastCellNum(), 0) - 1; i >= 0; i--) {
            Optional.ofNullable(row.getCell(i)).ifPresent(row::removeCell);
        }
        for (int i = 0; i < cells.size(); i++) {
            HSSFCell cell = row.createCell(i);
            cells.get(i).style().ifPresent(cell::setCellStyle);
            if (cells.get(i).value() instanceof Double number) {
                cell.setCellValue(number);
            } else if (!cells.get(i).toString().isEmpty()) {
                cell.setCellValue(cells.get(i).toString());
            }
        }
    }

    static List<String> header(HSSFSheet sheet) {
        List<String> header = new ArrayList<>();
        HSSFRow row = sheet.getRow(0);
        for (int i = 0; i < row.getLastCellNum(); i++) {
            header.add(shown(row, i));
        }
        return header;
    }

    private static String shown(HSSFRow row, int column) {
        return SHOWN.formatCellValue(row.getCell(column));
    }

    Path save(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        return file;
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
