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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.greenaudit.catalog.Duty;
import org.greenaudit.matching.MatchBasis;
import org.greenaudit.message.Messages;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.RejectReason;
import org.greenaudit.rules.Outcome;
import org.greenaudit.testing.DataDictionary;

/** The files of a report as texts; its workbooks are left out. */
final class ReportFiles {

    /** The columns of verdicts, whatever the language of their header. */
    static final List<String> VERDICT = DataDictionary.english("violations.csv");

    /** The columns of rejected rows. */
    static final List<String> REJECTED = DataDictionary.english("rejected.csv");

    /** Of the columns that hold words: the Chinese word to the id. */
    private static final Map<String, Map<String, String>> IDS = Map.of(
            "list", Map.of("节能产品", "energy-saving", "环境标志产品", "eco-label"),
            "duty", ids(Stream.of(Duty.values()), Duty::id, "report.word."),
            "match_basis", ids(Stream.of(MatchBasis.values()), MatchBasis::id, "basis."),
            "outcome", ids(Stream.of(Outcome.values()), Outcome::id, "verdict.outcome."),
            "is_new", ids(Stream.of(true, false), String::valueOf, "report.word."),
            "reason", ids(Stream.of(RejectReason.values()), RejectReason::id, "reject."),
            "column",
                    Stream.of(FeedColumn.values()).collect(Collectors.toMap(FeedColumn::chinese, FeedColumn::header)));

    private ReportFiles() {}

    /** Every file below a folder by its path, parts joined by {@code /}. */
    static SortedMap<String, String> of(Path folder) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (name.endsWith(".xlsx")) {
                    continue;
                }
                files.put(name, new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    /**
     * The data rows of a CSV file by these columns; its own header is passed over. The words of Chinese files are given back
     * as the ids of English ones.
     */
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
                        cells.put(columns.get(i), id(columns.get(i), row.get(i)));
                    }
                    return cells;
                })
                .toList();
    }

    private static String id(String column, String cell) {
        return IDS.getOrDefault(column, Map.of()).getOrDefault(cell, cell);
    }

    private static <T> Map<String, String> ids(Stream<T> choices, Function<T, String> id, String prefix) {
        Messages chinese = Messages.in(Messages.CHINESE);
        return choices.map(id).collect(Collectors.toMap(one -> chinese.get(prefix + one), one -> one));
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
