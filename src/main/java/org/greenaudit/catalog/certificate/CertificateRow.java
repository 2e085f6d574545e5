package org.greenaudit.catalog.certificate;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * A row of a certificate file: trimmed cells by column.
 *
 * @param line the line it begins on, from 1
 * @param cells the cells of the known columns
 */
record CertificateRow(long line, Map<CertificateColumn, String> cells) {

    CertificateRow {
        cells = new EnumMap<>(cells);
    }

    /** The cell; empty when the file lacks the column. */
    String get(CertificateColumn column) {
        return cells.getOrDefault(column, "");
    }

    /** The characters of all cells. */
    int length() {
        int length = 0;
        for (String cell : cells.values()) {
            length += cell.length();
        }
        return length;
    }

    /**
     * This row as it reads below another: a certificate written in several rows has its models in each and the rest, as in
     * merged cells, perhaps in the first alone. A row without a number continues the one above where it says nothing else.
     */
    CertificateRow continuing(CertificateRow above) {
        String number = get(CertificateColumn.NUMBER);
        boolean same = number.isEmpty()
                ? cells.keySet().stream()
                        .allMatch(column -> isOpen(column) || get(column).equals(above.get(column)))
                : number.equals(above.get(CertificateColumn.NUMBER))
                        && !NumberCell.of(number).isLost();
        if (!same) {
            return this;
        }
        Map<CertificateColumn, String> whole = new EnumMap<>(above.cells);
        cells.forEach((column, cell) -> {
            if (column == CertificateColumn.MODELS || !cell.isEmpty()) {
                whole.put(column, cell);
            }
        });
        return new CertificateRow(line, whole);
    }

    private boolean isOpen(CertificateColumn column) {
        return column == CertificateColumn.MODELS || get(column).isEmpty();
    }

    /** Gives every cell that is not empty, in the columns' fixed order. */
    void forEachFilled(BiConsumer<CertificateColumn, String> cell) {
        cells.forEach((column, value) -> {
            if (!value.isEmpty()) {
                cell.accept(column, value);
            }
        });
    }
}
