package org.greenaudit.report;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/**
 * A CSV file that spreadsheets open without questions: UTF-8 with a byte order mark, CRLF, RFC 4180. Rows are appended to
 * a file that already exists; a new one gets its header first.
 *
 * @param <T> what a row shows
 */
final class CsvFile<T> implements Closeable {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator("\r\n").get();
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final CsvTable<T> table;
    private final Runnable counter;
    private final BufferedWriter writer;

    /** A file whose counter is called after each row. */
    CsvFile(Path path, CsvTable<T> table, Runnable counter) throws IOException {
        this.table = table;
        this.counter = counter;
        boolean fresh = !Files.exists(path);
        this.writer = Files.newBufferedWriter(
                path, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        if (fresh) {
            writer.write(BYTE_ORDER_MARK);
            print(table.header());
        }
    }

    /** Adds a row. */
    void write(T row) throws IOException {
        print(table.cells(row));
        counter.run();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private void print(List<String> cells) throws IOException {
        FORMAT.printRecord(writer, cells.toArray());
    }
}
