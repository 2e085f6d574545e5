package org.greenaudit.portal.catalog;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.greenaudit.text.Blanks;

/**
 * A table of the catalogs with what its rows say of their provenance. A load of the catalogs has found it to be right.
 *
 * @param rows its rows by column
 * @param provenance how many rows have which word, by the columns that end in {@code provenance}
 */
record CatalogTableFile(List<Map<String, String>> rows, Map<String, SortedMap<String, Integer>> provenance) {

    /** The word of what was read in a published source. */
    static final String VERIFIED = "verified";

    /** In the place of a source that is named in a row's own words. */
    static final String NAMED = "named";

    private static final Set<String> WORDS = Set.of(VERIFIED, "inferred", "memory", "copied", "stated", "fictional");
    private static final Pattern WORD_END = Pattern.compile("[^a-z]");
    private static final String BOM = "\ufeff";
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(true)
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();

    /** Reads a table; of a file that is not there, no row. */
    static CatalogTableFile read(Path file) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        Map<String, SortedMap<String, Integer>> provenance = new LinkedHashMap<>();
        if (Files.isRegularFile(file)) {
            try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                    CSVParser parser = CSVParser.parse(text, FORMAT)) {
                for (CSVRecord record : parser) {
                    Map<String, String> row = new LinkedHashMap<>();
                    record.toMap()
                            .forEach((name, cell) -> row.put(Blanks.trim(name.replace(BOM, "")), Blanks.trim(cell)));
                    if (row.values().stream().allMatch(String::isEmpty)) {
                        continue;
                    }
                    rows.add(row);
                    row.forEach((name, cell) -> {
                        if (name.endsWith("provenance")) {
                            provenance
                                    .computeIfAbsent(name, column -> new TreeMap<>())
                                    .merge(word(cell), 1, Integer::sum);
                        }
                    });
                }
            } catch (UncheckedIOException e) {
                throw Objects.requireNonNull(e.getCause());
            }
        }
        return new CatalogTableFile(rows, provenance);
    }

    /** Whether every row was read in a published source. */
    boolean verified() {
        return !provenance.isEmpty()
                && provenance.values().stream().allMatch(words -> words.keySet().equals(Set.of(VERIFIED)));
    }

    /** The word of a cell, which may have a source behind it. */
    static String word(String cell) {
        String first = WORD_END.split(cell, 2)[0];
        return WORDS.contains(first) ? first : NAMED;
    }
}
