package org.greenaudit.catalog.certificate;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.greenaudit.message.Text;
import org.greenaudit.text.Blanks;
import org.greenaudit.text.CellText;
import org.greenaudit.text.NameKeys;

/** Which column of a certificate file stands where. */
final class CertificateHeader {

    private static final int FEWEST_COLUMNS = 3;

    /** A row with more cells than this is a certificate, whatever its first cell says. */
    private static final int MOST_OF_A_NOTE = 4;

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private final Map<CertificateColumn, Integer> places = new EnumMap<>(CertificateColumn.class);
    private final Set<CertificateColumn> named = EnumSet.noneOf(CertificateColumn.class);
    private final int width;
    private final Set<String> names;

    private CertificateHeader(CSVRecord row) {
        this.width = row.size();
        this.names = row.stream().map(CellText::of).collect(Collectors.toSet());
    }

    /**
     * Reads the header row and reports columns that are missing or stand there twice. Columns that no check needs are
     * passed over.
     */
    static CertificateHeader read(CSVRecord row, long line, CertificateWords words, FileProblems problems) {
        CertificateHeader header = new CertificateHeader(row);
        for (int place = 0; place < row.size(); place++) {
            header.place(place, row.get(place), line, words, problems);
        }
        if (header.places.isEmpty()) {
            problems.add(line, "", String.join(",", row), Text.of("registry.problem.header", expected()));
            return header;
        }
        for (CertificateColumn column : CertificateColumn.values()) {
            if (column.required() && !header.has(column)) {
                problems.add(line, column.label(), "", Text.of("registry.problem.column-missing", column.label()));
            }
        }
        return header;
    }

    /** Whether a row names enough columns to be the header; a title above it names hardly one. */
    static boolean isHeader(CSVRecord row, CertificateWords words) {
        return row.stream()
                        .flatMap(cell -> CertificateColumn.of(cell, words).stream())
                        .distinct()
                        .count()
                >= FEWEST_COLUMNS;
    }

    /** Where a column's own name and another word for it both stand, its own name is taken. */
    private void place(int place, String cell, long line, CertificateWords words, FileProblems problems) {
        Optional<CertificateColumn> column = CertificateColumn.of(cell, words);
        if (column.isEmpty()) {
            return;
        }
        boolean own = !words.columns().containsKey(CertificateColumn.key(cell));
        if (!own) {
            places.putIfAbsent(column.get(), place);
        } else if (!named.add(column.get())) {
            Text text = Text.of("registry.problem.column-twice", column.get().label());
            problems.add(line, cell, "", text);
        } else {
            places.put(column.get(), place);
        }
    }

    /** Issue and expiry may stand in one cell, 有效期. */
    private boolean has(CertificateColumn column) {
        boolean validity = column == CertificateColumn.ISSUED || column == CertificateColumn.EXPIRES;
        return places.containsKey(column) || (validity && places.containsKey(CertificateColumn.VALIDITY));
    }

    private static String expected() {
        return Arrays.stream(CertificateColumn.values())
                .filter(CertificateColumn::required)
                .map(CertificateColumn::chinese)
                .collect(Collectors.joining(","));
    }

    /**
     * The row's cells by column. Empty when it is no certificate but a total, a signature or a note, which is only remarked,
     * and when it has more or fewer cells than the header, or is another header, which are problems.
     */
    Optional<CertificateRow> row(CSVRecord row, long line, CertificateWords words, FileProblems problems) {
        if (isNote(row, words)) {
            problems.warn(line, "", note(row), Text.of("registry.warning.note"));
            return Optional.empty();
        }
        // hardly any certificate begins as the header does, so that few rows are looked at whole
        if (names.contains(CellText.of(row.get(0))) && isHeader(row, words)) {
            problems.add(line, "", note(row), Text.of("registry.problem.header-again"));
            return Optional.empty();
        }
        if (row.size() != width) {
            problems.add(line, "", "", Text.of("registry.problem.cells", width, row.size()));
            return Optional.empty();
        }
        Map<CertificateColumn, String> cells = new EnumMap<>(CertificateColumn.class);
        places.forEach((column, place) -> cells.put(column, CellText.of(row.get(place))));
        return Optional.of(new CertificateRow(line, cells));
    }

    /** Whether a row holds a few cells only, and the first is such as stand below tables. */
    private static boolean isNote(CSVRecord row, CertificateWords words) {
        String first = "";
        int filled = 0;
        for (String cell : row) {
            String text = CellText.of(cell);
            first = filled == 0 ? text : first;
            filled += text.isEmpty() ? 0 : 1;
            if (filled > MOST_OF_A_NOTE) {
                return false;
            }
        }
        if (filled == 0) {
            return false;
        }
        String text = DIGITS.matcher(NameKeys.normalise(first)).replaceAll("#");
        return words.notes().stream().anyMatch(text::startsWith);
    }

    private static String note(CSVRecord row) {
        return row.stream().map(CellText::of).filter(cell -> !cell.isEmpty()).collect(Collectors.joining(" "));
    }

    /** Whether a row has nothing in it. */
    static boolean blank(CSVRecord row) {
        for (String cell : row) {
            if (!Blanks.trim(cell).isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
