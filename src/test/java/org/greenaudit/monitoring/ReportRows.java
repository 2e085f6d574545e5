package org.greenaudit.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The rows of a report's CSV file in English, by header: what a dashboard must agree with.
 *
 * @param rows each row
 */
record ReportRows(List<Map<String, String>> rows) {

    static ReportRows of(Path reports, String name) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser =
                CSVParser.parse(Files.readString(reports.resolve(name)).substring(1), format)) {
            return new ReportRows(parser.stream().map(CSVRecord::toMap).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ReportRows where(Predicate<Map<String, String>> condition) {
        return new ReportRows(rows.stream().filter(condition).toList());
    }

    ReportRows where(String column, String value) {
        return where(row -> row.get(column).equals(value));
    }

    int count() {
        return rows.size();
    }

    /** The sum of a column of numbers. */
    double sum(String column) {
        return rows.stream()
                .map(row -> new BigDecimal(row.get(column)))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
    }

    /** The rows for each value of a key. */
    Map<String, ReportRows> by(Function<Map<String, String>, String> key) {
        return rows.stream()
                .collect(
                        Collectors.groupingBy(key, Collectors.collectingAndThen(Collectors.toList(), ReportRows::new)));
    }
}
