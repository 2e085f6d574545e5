package org.greenaudit.report.table;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.greenaudit.message.Program;
import org.greenaudit.store.RowSink;

/**
 * An Excel workbook that is written row by row: memory does not grow with the rows, and the same rows give the same bytes.
 * Texts are text cells whatever they look like, so that a credit code or a model stays as it is; numbers and dates are
 * numbers and dates. One sheet is written after the other.
 */
public final class WorkbookFile implements Closeable {

    /** The most rows of data on a sheet; further ones go to a sheet of the same name with a number. */
    public static final int ROWS_OF_A_SHEET = 1_000_000;

    /** What Excel takes in a cell. */
    private static final int LONGEST_TEXT = 32_767;

    /** The digits that a number of a spreadsheet keeps. */
    private static final int DIGITS = 15;

    private static final int ROWS_IN_MEMORY = 500;
    private static final int LAST_ROW = 1_048_575;
    private static final String HEADER_FILL = "DDEBE3";
    private static final String FILL_IN_FILL = "FFF6D6";
    private static final String CORE = "docProps/core.xml";
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    /**
     * A column for people to fill in.
     *
     * @param header what stands above it
     * @param choices what may be chosen; empty for free text
     */
    public record FillIn(String header, List<String> choices) {}

    private final Path path;
    private final Path raw;
    private final OutputStream out;
    private final Workbook workbook;
    /** Those read so far: the same few days stand in all rows. */
    private final Map<String, LocalDate> dates = new HashMap<>();

    /** A workbook at a place where no file is yet. */
    public WorkbookFile(Path path) throws IOException {
        this.path = path;
        this.raw = path.resolveSibling(path.getFileName() + ".raw");
        this.out = new BufferedOutputStream(Files.newOutputStream(raw));
        this.workbook = new Workbook(out, Program.NAME, null);
        this.workbook.setCompressionLevel(Deflater.BEST_SPEED);
    }

    /**
     * A sheet of two columns for reading, printed on pages of its width: a label and its text; a label alone is a heading.
     *
     * @param lines label and text
     */
    public void notes(String name, List<List<String>> lines) throws IOException {
        Worksheet sheet = workbook.newWorksheet(name);
        sheet.hideGridLines();
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.width(0, 24);
        sheet.width(1, 100);
        for (int row = 0; row < lines.size(); row++) {
            String label = lines.get(row).get(0);
            String text = lines.get(row).get(1);
            sheet.inlineString(row, 0, text(label));
            sheet.inlineString(row, 1, text(text));
            sheet.style(row, 1).wrapText(true).verticalAlignment("top").set();
            if (text.isEmpty()) {
                sheet.style(row, 0).bold().fontSize(row == 0 ? 16 : 12).set();
            } else {
                sheet.style(row, 0).verticalAlignment("top").set();
            }
        }
        sheet.finish();
    }

    /**
     * Begins a sheet with a header, which every printed page repeats, to which rows are then added; close it before the
     * next begins.
     *
     * @param filledIn the columns for people to fill in
     * @param before how many columns of the table stand before them
     */
    public <T> Rows<T> table(String name, ReportTable<T> table, List<FillIn> filledIn, int before) {
        return new Rows<>(name, table, filledIn, before);
    }

    @Override
    public void close() throws IOException {
        try (out) {
            workbook.finish();
        }
        repack();
    }

    /**
     * Puts the parts into the final file as they are, but with a fixed time: the library writes the time of day into the
     * workbook's properties.
     */
    private void repack() throws IOException {
        try (ZipFile parts = ZipFile.builder().setPath(raw).get();
                ZipArchiveOutputStream zip = new ZipArchiveOutputStream(path)) {
            Enumeration<ZipArchiveEntry> entries = parts.getEntriesInPhysicalOrder();
            while (entries.hasMoreElements()) {
                ZipArchiveEntry part = entries.nextElement();
                ZipArchiveEntry entry = new ZipArchiveEntry(part.getName());
                entry.setTimeLocal(EPOCH);
                if (part.getName().equals(CORE)) {
                    String core = new String(parts.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
                    zip.putArchiveEntry(entry);
                    zip.write(core.replaceAll("(<dcterms:created[^>]*>)[^<]*", "$1" + EPOCH + ":00Z")
                            .getBytes(StandardCharsets.UTF_8));
                    zip.closeArchiveEntry();
                } else {
                    entry.setMethod(part.getMethod());
                    entry.setSize(part.getSize());
                    entry.setCompressedSize(part.getCompressedSize());
                    entry.setCrc(part.getCrc());
                    zip.addRawArchiveEntry(entry, parts.getRawInputStream(part));
                }
            }
        }
        Files.delete(raw);
    }

    /** A text that an XML part can hold and a cell takes. */
    private static String text(String text) {
        StringBuilder kept = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean illegal = (c < ' ' && c != '\t' && c != '\n' && c != '\r') || c >= '\ufffe';
            if (illegal && kept == null) {
                kept = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (kept != null) {
                kept.append(illegal ? '\ufffd' : c);
            }
        }
        String legal = kept == null ? text : kept.toString();
        if (legal.length() <= LONGEST_TEXT) {
            return legal;
        }
        int end = LONGEST_TEXT - 1;
        return legal.substring(0, Character.isHighSurrogate(legal.charAt(end - 1)) ? end - 1 : end) + '…';
    }

    /**
     * The rows of a sheet.
     *
     * @param <T> what a row shows
     */
    public final class Rows<T> implements RowSink<T>, Closeable {

        private final String name;
        private final ReportTable<T> table;
        private final List<FillIn> filledIn;
        private final int before;
        /** Since which row the cells of each column have had its format without a gap; 0 for not at all. */
        private final int[] formatted;

        private Worksheet sheet;
        private int sheets = 1;
        private int row;

        private Rows(String name, ReportTable<T> table, List<FillIn> filledIn, int before) {
            this.name = name;
            this.table = table;
            this.filledIn = filledIn;
            this.before = before;
            this.formatted = new int[table.columns().size()];
            this.sheet = begun(name);
        }

        @Override
        public void accept(T row) throws IOException {
            if (this.row == ROWS_OF_A_SHEET) {
                end();
                sheets++;
                sheet = begun(name + " " + sheets);
                this.row = 0;
            }
            this.row++;
            for (int i = 0; i < table.columns().size(); i++) {
                ReportTable.Column<T> column = table.columns().get(i);
                if (!put(this.row, place(i), column.kind(), column.cell().apply(row))) {
                    format(i, this.row - 1);
                } else if (formatted[i] == 0) {
                    formatted[i] = this.row;
                }
            }
            if (this.row % ROWS_IN_MEMORY == 0) {
                format();
                sheet.flush();
            }
        }

        private void format() {
            for (int i = 0; i < formatted.length; i++) {
                format(i, row);
            }
        }

        /** Gives the cells of a column up to a row their format: the library takes as long for one cell as for many. */
        private void format(int column, int last) {
            if (formatted[column] > 0) {
                sheet.range(formatted[column], place(column), last, place(column))
                        .style()
                        .format(table.columns().get(column).kind().format())
                        .set();
                formatted[column] = 0;
            }
        }

        @Override
        public void close() throws IOException {
            end();
        }

        private Worksheet begun(String title) {
            Worksheet begun = workbook.newWorksheet(title);
            begun.freezePane(0, 1);
            begun.pageOrientation("landscape");
            begun.repeatRows(0);
            for (int i = 0; i < table.columns().size(); i++) {
                ReportTable.Column<T> column = table.columns().get(i);
                header(begun, place(i), column.header(), HEADER_FILL);
                begun.width(place(i), column.kind().width());
            }
            for (int i = 0; i < filledIn.size(); i++) {
                header(begun, before + i, filledIn.get(i).header(), FILL_IN_FILL);
                begun.width(before + i, 16);
                begun.style(before + i).format("@").set();
            }
            return begun;
        }

        private void header(Worksheet of, int column, String title, String fill) {
            of.inlineString(0, column, text(title));
            of.style(0, column)
                    .bold()
                    .fillColor(fill)
                    .wrapText(true)
                    .verticalAlignment("center")
                    .set();
        }

        private int place(int column) {
            return column < before ? column : column + filledIn.size();
        }

        /** Fills a cell, and says whether it takes the format of its column. */
        private boolean put(int row, int column, ReportTable.Kind kind, String cell) {
            if (cell.isEmpty()) {
                return false;
            }
            switch (kind) {
                case TEXT, SENTENCE, WORD -> sheet.inlineString(row, column, text(cell));
                case DATE -> sheet.value(row, column, dates.computeIfAbsent(cell, LocalDate::parse));
                case GIVEN_NUMBER, NUMBER, LINES, YUAN, PERCENT -> {
                    if (isNumber(cell)) {
                        sheet.value(row, column, new BigDecimal(cell));
                    } else {
                        sheet.inlineString(row, column, text(cell));
                        return false;
                    }
                }
            }
            return true;
        }

        /** Whether a spreadsheet keeps every digit of it. */
        private static boolean isNumber(String cell) {
            int point = cell.indexOf('.');
            int signs = (cell.charAt(0) == '-' ? 1 : 0) + (point < 0 ? 0 : 1);
            return CsvFile.isPlainNumber(cell) && point == cell.lastIndexOf('.') && cell.length() - signs <= DIGITS;
        }

        private void end() throws IOException {
            format();
            int last = table.columns().size() + filledIn.size() - 1;
            sheet.setAutoFilter(0, 0, Math.max(row, 1), last);
            for (int i = 0; i < filledIn.size(); i++) {
                List<String> choices = filledIn.get(i).choices();
                if (!choices.isEmpty()) {
                    sheet.range(1, before + i, LAST_ROW, before + i)
                            .validateWithListByFormula('"' + String.join(",", choices) + '"')
                            .errorStyle(DataValidationErrorStyle.STOP)
                            .errorTitle(filledIn.get(i).header())
                            .error(String.join(" ", choices))
                            .showErrorMessage(true);
                }
            }
            sheet.finish();
        }
    }
}
