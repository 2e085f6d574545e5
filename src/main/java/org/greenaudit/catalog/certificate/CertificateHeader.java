package org.greenaudit.catalog.certificate;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.greenaudit.message.Text;
import org.greenaudit.text.Blanks;
import org.greenaudit.text.CellText;

/** Which column of a certificate file stands where. */
final class CertificateHeader {

    private final Map<CertificateColumn, Integer> places = new EnumMap<>(CertificateColumn.class);
    private final int width;

    private CertificateHeader(int width) {
        this.width = width;
    }

    /**
     * Reads the header row and reports columns that are missing or stand there twice. Columns that no check needs are
     * passed over.
     */
    static CertificateHeader read(CSVRecord row, long line, FileProblems problems) {
        CertificateHeader header = new CertificateHeader(row.size());
        for (int place = 0; place < row.size(); place++) {
            String cell = row.get(place);
            Optional<CertificateColumn> column = CertificateColumn.of(cell);
            if (column.isPresent() && header.places.putIfAbsent(column.get(), place) != null) {
                problems.add(
                        line,
                        cell,
                        "",
                        Text.of("registry.problem.column-twice", column.get().label()));
            }
        }
        if (header.places.isEmpty()) {
            problems.add(line, "", String.join(",", row), Text.of("registry.problem.header", expected()));
            return header;
        }
        for (CertificateColumn column : CertificateColumn.values()) {
            if (column.required() && !header.places.containsKey(column)) {
                problems.add(line, column.label(), "", Text.of("registry.problem.column-missing", column.label()));
            }
        }
        return header;
    }

    private static String expected() {
        return Arrays.stream(CertificateColumn.values())
                .filter(CertificateColumn::required)
                .map(CertificateColumn::chinese)
                .collect(Collectors.joining(","));
    }

    /** The row's cells by column; empty, and reported, when it has more or fewer cells than the header. */
    Optional<CertificateRow> row(CSVRecord row, long line, FileProblems problems) {
        if (row.size() != width) {
            problems.add(line, "", "", Text.of("registry.problem.cells", width, row.size()));
            return Optional.empty();
        }
        Map<CertificateColumn, String> cells = new EnumMap<>(CertificateColumn.class);
        places.forEach((column, place) -> cells.put(column, CellText.of(row.get(place))));
        return Optional.of(new CertificateRow(line, cells));
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
