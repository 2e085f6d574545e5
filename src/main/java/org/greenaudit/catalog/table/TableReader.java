package org.greenaudit.catalog.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.greenaudit.catalog.CatalogProblem;
import org.greenaudit.message.Text;
import org.greenaudit.text.Blanks;
import org.greenaudit.text.Sha256;

/** Reads catalog tables: strict UTF-8 CSV with a header row, in any column order; feeds each into the fingerprint. */
public final class TableReader {

    /** Far above the longest real cell (455 characters); more is usually a quote that does not close. */
    static final int LONGEST_CELL = 10_000;

    /** The text of the warning that a table of the program's own stands in for a missing one. */
    public static final String BUILT_IN = "catalog-warning.built-in";

    private final CatalogFiles files;
    private final Fingerprint fingerprint;
    private final Problems problems;

    public TableReader(CatalogFiles files, Fingerprint fingerprint, Problems problems) {
        this.files = files;
        this.fingerprint = fingerprint;
        this.problems = problems;
    }

    /**
     * The table at a relative path. Everything wrong with its form is reported; where it is missing and the program has one
     * with it, that counts, with a warning.
     */
    public CatalogTable read(String relative, TableFormat format) {
        Path path = files.locate(relative);
        String name = path.toString();
        List<RawRow> raw = text(path, relative).map(text -> parse(name, text)).orElse(List.of());
        Sha256 digest = new Sha256();
        raw.forEach(row -> Fingerprint.addRow(digest, row.cells()));
        fingerprint.addFile(relative, digest);
        if (raw.isEmpty() || !headerFits(name, raw.get(0), format)) {
            return CatalogTable.unreadable(name);
        }
        Set<String> lost = new HashSet<>();
        return new CatalogTable(name, true, rows(name, raw, lost), lost);
    }

    /** Whether a table is missing, so that the program's own counts. */
    public boolean isBuiltIn(String relative) {
        return !Files.exists(files.locate(relative));
    }

    private Optional<String> text(Path path, String relative) {
        Optional<String> builtIn = isBuiltIn(relative) ? CatalogText.builtIn(relative) : Optional.empty();
        if (builtIn.isEmpty()) {
            return CatalogText.read(path, CatalogText.TABLE_KILOBYTES, problems);
        }
        problems.warn(new CatalogProblem(path.toString(), 0, "", "", Text.of(BUILT_IN)));
        return builtIn;
    }

    private List<RawRow> parse(String name, String text) {
        List<RawRow> rows = new ArrayList<>();
        long line = 1;
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(
                        CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get())
                .get()) {
            for (var record : parser) {
                List<String> cells = record.stream().map(Blanks::trim).toList();
                if (cells.stream().anyMatch(c -> !c.isEmpty())) {
                    rows.add(new RawRow(line, cells));
                }
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException e) {
            problems.accept(new CatalogProblem(name, line, "", "", Text.of("catalog-problem.csv")));
            return List.of();
        }
        if (rows.isEmpty()) {
            problems.file(name, Text.of("catalog-problem.file-empty"));
        }
        return rows;
    }

    private boolean headerFits(String name, RawRow header, TableFormat format) {
        if (header.cells().stream().noneMatch(format::knows)) {
            Text text = Text.of("catalog-problem.header", String.join(", ", format.columns()));
            problems.accept(new CatalogProblem(name, header.line(), "", String.join(",", header.cells()), text));
            return false;
        }
        boolean fits = true;
        Set<String> seen = new HashSet<>();
        for (String column : header.cells()) {
            String wrong = !format.knows(column) ? "unknown" : !seen.add(column) ? "twice" : "";
            if (!wrong.isEmpty()) {
                fits = false;
                reportColumn(name, header, column, "catalog-problem.column-" + wrong, format);
            }
        }
        for (String column : format.columns()) {
            if (!seen.contains(column)) {
                fits = false;
                Text text = Text.of("catalog-problem.column-missing", String.join(", ", format.columns()));
                problems.accept(new CatalogProblem(name, header.line(), column, "", text));
            }
        }
        return fits;
    }

    private void reportColumn(String name, RawRow header, String column, String key, TableFormat format) {
        Text text = Text.of(key, String.join(", ", format.columns()));
        problems.accept(new CatalogProblem(name, header.line(), column, column, text));
    }

    /** The rows as wide as the header, without cells beyond measure; the cells of the others go to the lost ones. */
    private List<CatalogRow> rows(String name, List<RawRow> raw, Set<String> lost) {
        List<String> header = raw.get(0).cells();
        List<CatalogRow> rows = new ArrayList<>(raw.size());
        for (RawRow row : raw.subList(1, raw.size())) {
            if (row.cells().size() != header.size()) {
                Text text = Text.of("catalog-problem.cells", row.cells().size(), header.size());
                problems.accept(
                        new CatalogProblem(name, row.line(), "", row.cells().get(0), text));
                lost.addAll(row.cells());
                continue;
            }
            Map<String, String> cells = new HashMap<>();
            for (int i = 0; i < header.size(); i++) {
                cells.put(header.get(i), row.cells().get(i));
            }
            CatalogRow read = new CatalogRow(name, row.line(), cells, problems);
            if (cellsFit(read, header)) {
                rows.add(read);
            } else {
                lost.addAll(row.cells());
            }
        }
        return rows;
    }

    private static boolean cellsFit(CatalogRow row, List<String> header) {
        boolean fit = true;
        for (String column : header) {
            int length = row.text(column).length();
            if (length > LONGEST_CELL) {
                row.report(column, Text.of("catalog-problem.cell-long", length, LONGEST_CELL));
                fit = false;
            }
        }
        return fit;
    }

    private record RawRow(long line, List<String> cells) {}
}
