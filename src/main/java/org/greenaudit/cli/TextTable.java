package org.greenaudit.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** A table for the terminal; texts are aligned to the left, numbers to the right. */
final class TextTable {

    private final String alignment;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * A table.
     *
     * @param alignment one letter for each column: {@code l} or {@code r}
     */
    TextTable(String alignment) {
        this.alignment = alignment;
    }

    /** Adds a row of as many cells as there are columns. */
    void row(String... cells) {
        rows.add(List.of(cells));
    }

    /** Prints the rows, with two blanks before each column and none at the end. */
    void print(PrintWriter out) {
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append("  ");
                String padding = " ".repeat(width(i) - width(row.get(i)));
                line.append(alignment.charAt(i) == 'r' ? padding + row.get(i) : row.get(i) + padding);
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0);
    }

    /** The columns of the terminal that a text takes: two for a Chinese character. */
    private static int width(String text) {
        return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
    }

    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115f)
                || (c >= 0x2e80 && c <= 0xa4cf)
                || (c >= 0xac00 && c <= 0xd7a3)
                || (c >= 0xf900 && c <= 0xfaff)
                || (c >= 0xfe30 && c <= 0xfe6f)
                || (c >= 0xff00 && c <= 0xff60)
                || (c >= 0xffe0 && c <= 0xffe6)
                || (c >= 0x20000 && c <= 0x3fffd);
    }
}
