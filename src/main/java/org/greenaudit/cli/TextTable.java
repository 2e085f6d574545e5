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
                line.append(
                        alignment.charAt(i) == 'r'
                                ? DisplayWidth.right(row.get(i), width(i))
                                : DisplayWidth.left(row.get(i), width(i)));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private int width(int column) {
        return rows.stream()
                .mapToInt(row -> DisplayWidth.of(row.get(column)))
                .max()
                .orElse(0);
    }
}
