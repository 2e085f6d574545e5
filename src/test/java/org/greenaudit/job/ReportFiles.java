package org.greenaudit.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.greenaudit.testing.DataDictionary;

/** The files of a report as texts. */
final class ReportFiles {

    /** The columns of verdicts, whatever the language of their header. */
    static final List<String> VERDICT = DataDictionary.english("violations.csv");

    /** The columns of rejected rows. */
    static final List<String> REJECTED = DataDictionary.english("rejected.csv");

    private ReportFiles() {}

    /** Every file below a folder by its path, parts joined by {@code /}. */
    static SortedMap<String, String> of(Path folder) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                files.put(name, new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    /** The data rows of a CSV file by these columns; its own header is passed over. */
    static List<Map<String, String>> rows(String csv, List<String> columns) {
        return records(csv).stream()
                .skip(1)
                .map(row -> {
                    assertThat(row)
                            .as(
                                    "cells of a row; with a new column the golden files are written anew: -Dgolden.update=true")
                            .hasSameSizeAs(columns);
                    Map<String, String> cells = new LinkedHashMap<>();
                    for (int i = 0; i < columns.size(); i++) {
                        cells.put(columns.get(i), row.get(i));
                    }
                    return cells;
                })
                .toList();
    }

    /** Every record of a CSV text, a byte order mark left out. */
    static List<List<String>> records(String csv) {
        String text = csv.startsWith("\ufeff") ? csv.substring(1) : csv;
        try (CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
            return parser.stream().map(CSVRecord::toList).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
