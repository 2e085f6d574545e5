package org.greenaudit.report.table;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.apache.commons.csv.CSVFormat;
import org.greenaudit.text.CellText;

/**
 * A CSV file that spreadsheets open without questions: UTF-8 with a byte order mark, CRLF, RFC 4180.
 *
 * @param <T> what a row shows
 */
public final class CsvFile<T> implements Closeable {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator("\r\n").get();
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final ReportTable<T> table;
    private final LongConsumer counter;
    private final BufferedWriter writer;
    private long rows;

    /** A file whose counter hears at the end how many rows it has. */
    public CsvFile(Path path, ReportTable<T> table, LongConsumer counter) throws IOException {
        this.table = table;
        this.counter = counter;
        this.writer = Files.newBufferedWriter(path, StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        print(table.columns().stream().map(ReportTable.Column::header).toList());
    }

    /** Adds a row. */
    public void write(T row) throws IOException {
        List<String> cells = new ArrayList<>(table.columns().size());
        for (ReportTable.Column<T> column : table.columns()) {
            String cell = column.cell().apply(row);
            cells.add(
                    switch (column.kind()) {
                        case TEXT, SENTENCE -> guarded(cell);
                        case GIVEN_NUMBER -> number(cell);
                        case WORD, NUMBER, LINES, YUAN, PERCENT, DATE -> cell;
                    });
        }
        print(cells);
        rows++;
    }

    @Override
    public void close() throws IOException {
        writer.close();
        counter.accept(rows);
    }

    private void print(List<String> cells) throws IOException {
        FORMAT.printRecord(writer, cells.toArray());
    }

    /** A text that no spreadsheet calculates. A NUL becomes the sign {@code ␀}: many programs refuse a text file with a NUL. */
    public static String guarded(String text) {
        return CellText.guarded(text.indexOf('\0') >= 0 ? text.replace('\0', '␀') : text);
    }

    /** A cell that should hold a number: left alone when it does, else treated as text. */
    public static String number(String text) {
        return isPlainNumber(text) ? text : guarded(text);
    }

    /** Whether a text is digits with a sign and points at most. */
    public static boolean isPlainNumber(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '.' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return text.length() > start;
    }
}
