package org.greenaudit.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a report's CSV file back. */
final class Csv {

    private Csv() {}

    /** Every row, the header first, as lists of cells. */
    static List<List<String>> rows(Path path) {
        try (CSVParser parser = CSVParser.parse(text(path).substring(1), CSVFormat.RFC4180)) {
            return parser.stream().map(CSVRecord::toList).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cells of a column, without its header. */
    static List<String> column(Path path, String header) {
        List<List<String>> rows = rows(path);
        int index = rows.get(0).indexOf(header);
        return rows.stream().skip(1).map(row -> row.get(index)).toList();
    }

    static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
