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

    /** Gives every cell that is not empty, in the columns' fixed order. */
    void forEachFilled(BiConsumer<CertificateColumn, String> cell) {
        cells.forEach((column, value) -> {
            if (!value.isEmpty()) {
                cell.accept(column, value);
            }
        });
    }
}
