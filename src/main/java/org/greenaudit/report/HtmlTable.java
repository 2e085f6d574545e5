package org.greenaudit.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of the page.
 *
 * @param caption what it shows
 * @param heads its column heads
 * @param rows its rows
 * @param note what else a reader must know, such as that rows are left out; may be empty
 */
record HtmlTable(String caption, List<Head> heads, List<Row> rows, String note) {

    /** Rows that the page shows at most; the CSV file has all. */
    static final int LIMIT = 40;

    /**
     * A column head.
     *
     * @param css {@code n} for numbers, which stand to the right; else empty
     */
    record Head(String text, String css) {}

    /** A row. */
    record Row(List<Cell> cells) {}

    /**
     * A cell.
     *
     * @param css {@code n} for numbers, a grade's class, or empty
     * @param href where it leads; empty for plain text
     * @param bars a bar below the text, or none
     */
    record Cell(String text, String css, String href, List<BarChart> bars) {

        static Cell text(String text) {
            return new Cell(text, "", "", List.of());
        }

        static Cell number(String text) {
            return new Cell(text, "n", "", List.of());
        }

        static Cell link(String text, String href) {
            return new Cell(text, "", href, List.of());
        }

        static Cell styled(String text, String css) {
            return new Cell(text, css, "", List.of());
        }

        static Cell bar(String text, BarChart bar) {
            return new Cell(text, text.isEmpty() ? "b bare" : "b", "", List.of(bar));
        }
    }

    /** Whether there is anything to show. */
    boolean filled() {
        return !rows.isEmpty();
    }

    /** Collects a table row by row. */
    static final class Builder {

        private final String caption;
        private final List<Head> heads = new ArrayList<>();
        private final List<Row> rows = new ArrayList<>();

        Builder(String caption) {
            this.caption = caption;
        }

        Builder text(String head) {
            heads.add(new Head(head, ""));
            return this;
        }

        Builder number(String head) {
            heads.add(new Head(head, "n"));
            return this;
        }

        Builder row(Cell... cells) {
            return row(List.of(cells));
        }

        Builder row(List<Cell> cells) {
            rows.add(new Row(List.copyOf(cells)));
            return this;
        }

        /** The table with every row. */
        HtmlTable build() {
            return new HtmlTable(caption, heads, rows, "");
        }

        /** The table with its first rows, and a note where to find the others. */
        HtmlTable limited(ReportContext facts, String file) {
            if (rows.size() <= LIMIT) {
                return build();
            }
            String note =
                    facts.say("report.note.limited", PageNumbers.whole(LIMIT), PageNumbers.whole(rows.size()), file);
            return new HtmlTable(caption, heads, rows.subList(0, LIMIT), note);
        }
    }
}
