package org.greenaudit.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.greenaudit.source.sheet.Workbooks;

/** Writes tables as the sheets of a workbook, or as those of a web page. Some numbers and dates are kept as such. */
final class SheetFile {

    private static final Pattern NUMBER = Pattern.compile("(?:0|[1-9][0-9]{0,11})(?:\\.[0-9]{1,3})?");
    private static final Pattern DAY = Pattern.compile("2026-[0-9]{2}-[0-9]{2}");
    private static final Pattern NEVER_IN_XML = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]");

    private final Dice dice;

    SheetFile(Dice dice) {
        this.dice = dice;
    }

    /** A workbook, perhaps with parts that no workbook has. */
    byte[] xlsx(List<Table> tables) {
        byte[] bytes = bareXlsx(tables);
        return dice.onceIn(2) ? Archive.withFurther(dice, bytes) : bytes;
    }

    /** A workbook whose parts are its own. */
    byte[] bareXlsx(List<Table> tables) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "hostile", "1.0")) {
            for (Table table : tables) {
                Worksheet sheet = workbook.newWorksheet(name(tables.indexOf(table)));
                if (dice.onceIn(4)) {
                    sheet.setVisibilityState(dice.of(VisibilityState.HIDDEN, VisibilityState.VERY_HIDDEN));
                }
                List<List<Object>> rows = rows(table);
                merges(table, rows)
                        .forEach(merge -> sheet.range(merge.first(), merge.column(), merge.last(), merge.column())
                                .merge());
                for (int row = 0; row < rows.size(); row++) {
                    if (dice.onceIn(12)) {
                        sheet.hideRow(row);
                    }
                    for (int column = 0; column < rows.get(row).size(); column++) {
                        xlsx(sheet, row, column, rows.get(row).get(column));
                    }
                }
            }
            if (dice.onceIn(3)) {
                workbook.newWorksheet("填报说明").value(dice.below(5), 0, "本表为虚构");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void xlsx(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("yyyy-MM-dd").set();
        } else if (value instanceof BigDecimal number) {
            sheet.value(row, column, number);
        } else if (!value.equals("")) {
            sheet.value(row, column, (String) value);
        }
    }

    byte[] xls(List<Table> tables) {
        return Workbooks.xls(workbook -> {
            CellStyle style = style(workbook);
            for (Table table : tables) {
                Sheet sheet = workbook.createSheet(name(tables.indexOf(table)));
                List<List<Object>> rows = rows(table);
                merges(table, rows)
                        .forEach(merge -> sheet.addMergedRegion(
                                new CellRangeAddress(merge.first(), merge.last(), merge.column(), merge.column())));
                for (int row = 0; row < rows.size(); row++) {
                    Row written = sheet.createRow(row);
                    written.setZeroHeight(dice.onceIn(12));
                    for (int column = 0; column < rows.get(row).size(); column++) {
                        xls(written.createCell(column), rows.get(row).get(column), style);
                    }
                }
            }
            if (dice.onceIn(3)) {
                workbook.createSheet("填报说明")
                        .createRow(dice.below(5))
                        .createCell(0)
                        .setCellValue("本表为虚构");
            }
            workbook.setSheetHidden(dice.below(workbook.getNumberOfSheets()), dice.onceIn(2));
        });
    }

    private static CellStyle style(HSSFWorkbook workbook) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
        return style;
    }

    private static void xls(Cell cell, Object value, CellStyle date) {
        if (value instanceof LocalDate day) {
            cell.setCellValue(day);
            cell.setCellStyle(date);
        } else if (value instanceof BigDecimal number) {
            cell.setCellValue(number.doubleValue());
        } else {
            cell.setCellValue((String) value);
        }
    }

    byte[] html(List<Table> tables) {
        StringBuilder page = new StringBuilder("<html><head><meta charset='utf-8'></head><body>");
        for (Table table : tables) {
            page.append("<table>");
            for (List<Object> row : rows(table)) {
                page.append("<tr>");
                row.forEach(cell -> page.append("<td>").append(escaped(cell)).append("</td>"));
                page.append("</tr>\n");
            }
            page.append("</table>");
        }
        return page.append("</body></html>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(Object cell) {
        return cell.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** What a sheet is called. */
    static String name(int index) {
        return "采购" + (index + 1);
    }

    private List<List<Object>> rows(Table table) {
        List<List<Object>> rows = new ArrayList<>();
        if (dice.onceIn(3)) {
            rows.add(List.of("某市2026年政府采购明细（虚构）"));
        }
        rows.add(List.copyOf(table.headers()));
        for (Table.Row row : table.rows()) {
            rows.add(row.cells().stream().map(this::kept).toList());
        }
        return rows;
    }

    /** Rows, from 0, of which a column is merged. */
    private record Merge(int first, int last, int column) {}

    /** Merges some cells that say the same one below the other; a merged amount would be that of its first row alone. */
    private List<Merge> merges(Table table, List<List<Object>> rows) {
        List<Merge> merges = new ArrayList<>();
        int data = rows.size() - table.rows().size();
        for (int column = 0; column < table.headers().size(); column++) {
            int first = data;
            while (column != table.place("amount") && first < rows.size()) {
                int last = first;
                Object value = rows.get(first).get(column);
                while (!value.equals("")
                        && last + 1 < rows.size()
                        && rows.get(last + 1).get(column).equals(value)) {
                    last++;
                }
                if (last > first && dice.onceIn(2)) {
                    merges.add(new Merge(first, last, column));
                    if (!dice.onceIn(4)) {
                        blank(rows, first + 1, last, column);
                    }
                }
                first = last + 1;
            }
        }
        return merges;
    }

    /** A row that would be left with nothing keeps its cell: merged as a whole, it is no row but part of the one above. */
    private static void blank(List<List<Object>> rows, int from, int to, int column) {
        for (int row = from; row <= to; row++) {
            List<Object> cells = new ArrayList<>(rows.get(row));
            cells.set(column, "");
            if (!cells.stream().allMatch(cell -> cell.toString().isBlank())) {
                rows.set(row, cells);
            }
        }
    }

    private Object kept(String cell) {
        if (dice.onceIn(2) && NUMBER.matcher(cell).matches()) {
            return new BigDecimal(cell);
        }
        if (dice.onceIn(2) && DAY.matcher(cell).matches() && isDay(cell)) {
            return LocalDate.parse(cell);
        }
        return NEVER_IN_XML.matcher(cell).replaceAll("");
    }

    private static boolean isDay(String cell) {
        try {
            return LocalDate.parse(cell).getYear() > 0;
        } catch (java.time.DateTimeException e) {
            return false;
        }
    }
}
