package org.greenaudit.sample;

import java.nio.charset.Charset;

/** Cells as RFC 4180 writes them. */
final class CsvCells {

    private CsvCells() {}

    /** The cell, in quotes when it needs them. */
    static String escape(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return '"' + cell.replace("\"", "\"\"") + '"';
            }
        }
        return cell;
    }

    /** The cell's bytes. */
    static byte[] bytes(String cell, Charset charset) {
        return escape(cell).getBytes(charset);
    }
}
