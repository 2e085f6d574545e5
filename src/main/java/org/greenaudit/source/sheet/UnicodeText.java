package org.greenaudit.source.sheet;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table as text in UTF-16, which Excel writes as “Unicode text” with tabs between the cells. Its characters do not
 * begin at known bytes, so it is read as a workbook of one sheet is. Streamed row by row.
 */
final class UnicodeText implements Workbook {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setDelimiter('\t').get();

    private final Path file;

    UnicodeText(Path file) {
        this.file = file;
    }

    @Override
    public List<Sheet> sheets() {
        return List.of(new Sheet("text", false));
    }

    @Override
    public List<MergedCell> rows(int index, RowSink sink) throws IOException {
        try (CSVParser records =
                CSVParser.builder().setReader(reader(file)).setFormat(FORMAT).get()) {
            List<String> cells = new ArrayList<>();
            Iterator<CSVRecord> rows = records.iterator();
            boolean wanted = true;
            for (long line = 1; wanted && hasNext(rows); line = records.getCurrentLineNumber() + 1) {
                cells.clear();
                rows.next().forEach(cells::add);
                wanted = sink.row(Math.toIntExact(line), false, cells);
            }
        }
        return List.of();
    }

    private static boolean hasNext(Iterator<CSVRecord> rows) throws IOException {
        try {
            return rows.hasNext();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Reads behind the byte order mark; what is no character is a fault of the file. */
    private static Reader reader(Path file) throws IOException {
        return new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_16.newDecoder());
    }

    @Override
    public void close() {
        // nothing is open between two goings through
    }
}
