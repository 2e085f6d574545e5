package org.greenaudit.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/**
 * The headers of 84 tables as offices, e-malls and systems publish or export them, and the column that a reader expects
 * each to be, decided before the program was asked: {@code purchase/real-headers.csv}. {@code -} is none, {@code |}
 * stands between answers that are all right, {@code +} between two columns in one. Where the program answers otherwise for a
 * good reason, {@code open} says which and the answer stands last.
 */
class RealHeadersTest {

    private static final Path ALIASES = Path.of("catalogs", "feed-headers.csv");
    private static final Path HEADERS = Path.of("src", "test", "resources", "purchase", "real-headers.csv");
    private static final String NONE = "-";

    @Test
    void everyHeaderIsTheColumnThatAReaderExpects() throws IOException {
        FeedColumns columns = KnownColumns.with(aliases());
        List<String> wrong = new ArrayList<>();
        Map<String, List<CSVRecord>> tables = new LinkedHashMap<>();
        for (CSVRecord row : rows(HEADERS)) {
            tables.computeIfAbsent(row.get("table"), table -> new ArrayList<>()).add(row);
        }
        tables.forEach((table, headers) -> {
            List<String> read = read(columns, headers);
            for (int i = 0; i < headers.size(); i++) {
                List<String> expected = List.of(headers.get(i).get("expected").split("\\|"));
                if (expected.stream().noneMatch(new Answer(read.get(i))::is)) {
                    wrong.add(table + ": " + headers.get(i).get("header") + " is read as " + read.get(i) + ", not "
                            + expected);
                }
            }
        });
        assertThat(tables).hasSize(84);
        assertThat(wrong).isEmpty();
    }

    private record Answer(String read) {

        /** Whether it is what was expected; of two columns in one cell the first, or the column for both. */
        boolean is(String expected) {
            return expected.equals(read)
                    || expected.startsWith(read + "+")
                    || expected.replace('+', '_').equals(read);
        }
    }

    /** The column of each header; what a table must have and has not comes from elsewhere. */
    private static List<String> read(FeedColumns columns, List<CSVRecord> headers) {
        Map<Column, String> elsewhere = new HashMap<>();
        List<String> read = new ArrayList<>();
        List<String> texts = headers.stream().map(row -> row.get("header")).toList();
        headers.forEach(row -> read.add(NONE));
        for (FeedColumn column : FeedColumn.values()) {
            if (column.required()) {
                elsewhere.put(column, "2026-03-05");
            }
        }
        FeedLayout layout;
        try {
            layout = new HeaderReader(columns, Map.of(), elsewhere, Optional.empty()).read(0, "f.csv", texts);
        } catch (InputException e) {
            read.replaceAll(cell -> e.text().toString());
            return read;
        }
        layout.cells().forEach((column, index) -> read.set(index, column.header()));
        return read;
    }

    private static Map<String, String> aliases() throws IOException {
        Map<String, String> aliases = new HashMap<>();
        for (CSVRecord row : rows(ALIASES)) {
            aliases.put(row.get("alias"), row.get("column"));
        }
        return aliases;
    }

    private static List<CSVRecord> rows(Path file) throws IOException {
        try (CSVParser parser = CSVParser.parse(
                Files.readString(file),
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            return parser.getRecords();
        }
    }
}
