package org.greenaudit.report.html;

import java.util.ArrayList;
import java.util.List;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.Numbers;
import org.greenaudit.report.data.ReportContext;

/**
 * A table of the page.
 *
 * @param caption what it shows
 * @param heads its column heads
 * @param rows its rows
 * @param note what else a reader must know, for example that rows are left out; may be empty
 * @param rest where all rows are; empty when they are here
 */
public record HtmlTable(String caption, List<Head> heads, List<Row> rows, String note, String rest) {

    /** The largest number of rows that the page shows; the CSV file has all of them. */
    public static final int LIMIT = 40;

    /**
     * A column head.
     *
     * @param css {@code n} for numbers, which are aligned to the right; else empty
     */
    public record Head(String text, String css) {}

    /** A row. */
    public record Row(List<Cell> cells) {}

    /**
     * A cell.
     *
     * @param css {@code n} for numbers, a grade's class, or empty
     * @param href where it leads; empty for plain text
     * @param bars a bar below the text, or none
     */
    public record Cell(String text, String css, String href, List<BarChart> bars) {

        /** A text. */
        public static Cell text(String text) {
            return styled(text, "");
        }

        /** A number as it is shown. */
        public static Cell number(String text) {
            return styled(text, "n");
        }

        /** A whole number. */
        public static Cell number(long number) {
            return number(Numbers.whole(number));
        }

        /** How many lines. */
        public static Cell lines(Count count) {
            return number(Numbers.lines(count));
        }

        /** The amount, in yuan. */
        public static Cell yuan(Count count) {
            return number(Numbers.yuan(count));
        }

        /** A text that leads somewhere. */
        public static Cell link(String text, String href) {
            return new Cell(text, "", href, List.of());
        }

        /** A text in a style of the page. */
        public static Cell styled(String text, String css) {
            return new Cell(text, css, "", List.of());
        }

        /** The same cell with a class. */
        public Cell styled(String css) {
            return new Cell(text, css, href, bars);
        }

        /** A text with a bar behind it. */
        public static Cell bar(String text, BarChart bar) {
            return new Cell(text, text.isEmpty() ? "b bare" : "b", "", List.of(bar));
        }
    }

    /** Whether there is anything to show. */
    public boolean filled() {
        return !rows.isEmpty();
    }

    /** Collects a table row by row. */
    public static final class Builder {

        private final ReportContext context;
        private final String caption;
        private final List<Head> heads = new ArrayList<>();
        private final List<Row> rows = new ArrayList<>();

        /** A table with the caption of this key. */
        public Builder(ReportContext context, String captionKey, Object... args) {
            this.context = context;
            this.caption = context.say(captionKey, args);
        }

        /** Adds a column of texts with the head of this key. */
        public Builder text(String headKey) {
            heads.add(new Head(context.say(headKey), ""));
            return this;
        }

        /** Adds a column of numbers with the head of this key. */
        public Builder number(String headKey, Object... args) {
            heads.add(new Head(context.say(headKey, args), "n"));
            return this;
        }

        /** Adds the columns of a count: lines and amount. */
        public Builder count() {
            return number("report.head.lines").number("report.head.amount");
        }

        /** Adds a row. */
        public Builder row(Cell... cells) {
            return row(List.of(cells));
        }

        /** Adds a row. */
        public Builder row(List<Cell> cells) {
            rows.add(new Row(List.copyOf(cells)));
            return this;
        }

        /** The table with every row. */
        public HtmlTable build() {
            return new HtmlTable(caption, heads, rows, "", "");
        }

        /** The table with its first rows, and a note that says where to find the others. */
        public HtmlTable limited(String file) {
            if (rows.size() <= LIMIT) {
                return build();
            }
            String note = context.say("report.note.limited", Numbers.whole(LIMIT), Numbers.whole(rows.size()), file);
            return new HtmlTable(caption, heads, rows.subList(0, LIMIT), note, file);
        }
    }
}
