package org.greenaudit.report.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.Share;
import org.greenaudit.message.Messages;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.report.data.RunData;

/**
 * What a table of the report looks like, in CSV and in the workbook: its columns in order and how each gets its cell from a
 * row. The English header is the column's name; the Chinese one comes from the feed's columns or from the messages.
 *
 * @param <T> what a row shows
 */
public final class ReportTable<T> {

    /** What the cells of a column hold, and how a spreadsheet shows them. */
    public enum Kind {
        /** A text that came from outside. */
        TEXT("@", 22),
        /** A sentence for people. */
        SENTENCE("@", 44),
        /** A word or code that the program itself made. */
        WORD("@", 16),
        /** What should be a number, as the feed gave it. */
        GIVEN_NUMBER("General", 12),
        /** A number of the program; may be empty. */
        NUMBER("General", 10),
        /** A number of lines. */
        LINES("#,##0", 10),
        /** An amount in yuan. */
        YUAN("#,##0.00", 18),
        /** A share in percent; may be empty. */
        PERCENT("0.0", 10),
        /** An ISO date; may be empty. */
        DATE("yyyy\\-mm\\-dd", 12);

        private final String format;
        private final double width;

        Kind(String format, double width) {
            this.format = format;
            this.width = width;
        }

        /** The number format of a spreadsheet. */
        public String format() {
            return format;
        }

        /** The width of a column in characters. */
        public double width() {
            return width;
        }
    }

    /**
     * A column.
     *
     * @param id its name in English files
     * @param header what stands above it
     * @param cell the cell of a row, as text
     */
    public record Column<T>(String id, String header, Kind kind, Function<T, String> cell) {}

    private final List<Column<T>> columns;

    private ReportTable(List<Column<T>> columns) {
        this.columns = List.copyOf(columns);
    }

    /** The columns from left to right. */
    public List<Column<T>> columns() {
        return columns;
    }

    /** The cells of a row from left to right, as text. */
    public List<String> cells(T row) {
        List<String> cells = new ArrayList<>(columns.size());
        for (Column<T> column : columns) {
            cells.add(column.cell().apply(row));
        }
        return cells;
    }

    /** The same table of rows that are {@link #cells} already, for several files of one row. */
    public ReportTable<List<String>> ofCells() {
        List<Column<List<String>>> made = new ArrayList<>(columns.size());
        for (Column<T> column : columns) {
            int place = made.size();
            made.add(new Column<>(column.id(), column.header(), column.kind(), cells -> cells.get(place)));
        }
        return new ReportTable<>(made);
    }

    /** The same table with these columns first, in this order. */
    public ReportTable<T> leading(List<String> ids) {
        List<Column<T>> sorted = new ArrayList<>(columns);
        sorted.sort(
                Comparator.comparingInt(column -> ids.contains(column.id()) ? ids.indexOf(column.id()) : ids.size()));
        return new ReportTable<>(sorted);
    }

    /** The same table with these columns last, in this order. */
    public ReportTable<T> trailing(List<String> ids) {
        List<Column<T>> sorted = new ArrayList<>(columns);
        sorted.sort(Comparator.comparingInt(column -> ids.indexOf(column.id())));
        return new ReportTable<>(sorted);
    }

    /** Collects the columns from left to right. */
    public static final class Builder<T> {

        private final Messages messages;
        private final List<Column<T>> columns = new ArrayList<>();

        /** A table without columns, whose headers are in this language. */
        public Builder(Messages messages) {
            this.messages = messages;
        }

        /** A text that came from outside. */
        public Builder<T> text(String id, Function<T, String> cell) {
            return add(id, title(id), Kind.TEXT, cell);
        }

        /** A sentence for people. */
        public Builder<T> sentence(String id, Function<T, String> cell) {
            return add(id, title(id), Kind.SENTENCE, cell);
        }

        /** A number as the feed gave it. */
        public Builder<T> given(String id, Function<T, String> cell) {
            return add(id, title(id), Kind.GIVEN_NUMBER, cell);
        }

        /** A word or code that the program itself made. */
        public Builder<T> word(String id, Function<T, String> cell) {
            return add(id, title(id), Kind.WORD, cell);
        }

        /** A number of the program. */
        public Builder<T> number(String id, Function<T, Number> cell) {
            return add(id, title(id), Kind.NUMBER, row -> plain(cell.apply(row)));
        }

        /** A number that may be missing. */
        public Builder<T> maybe(String id, Function<T, Optional<? extends Number>> cell) {
            return add(id, title(id), Kind.NUMBER, row -> plain(cell.apply(row)));
        }

        /** A date. */
        public Builder<T> date(String id, Function<T, LocalDate> cell) {
            return add(id, title(id), Kind.DATE, row -> cell.apply(row).toString());
        }

        /** A date that may be missing. */
        public Builder<T> maybeDate(String id, Function<T, Optional<LocalDate>> cell) {
            return add(id, title(id), Kind.DATE, row -> cell.apply(row)
                    .map(LocalDate::toString)
                    .orElse(""));
        }

        /** An amount in yuan. */
        public Builder<T> yuan(String id, Function<T, BigDecimal> cell) {
            return add(id, title(id), Kind.YUAN, row -> plain(cell.apply(row)));
        }

        /** One of a few words: its id in English files, the word for it in Chinese ones; empty stays empty. */
        public Builder<T> choice(String id, Function<T, String> cell, UnaryOperator<String> chinese) {
            return word(id, row -> {
                String chosen = cell.apply(row);
                return chosen.isEmpty() || messages.english() ? chosen : chinese.apply(chosen);
            });
        }

        /** A count: two columns, {@code <name>_lines} and {@code <name>_amount} (yuan). */
        public Builder<T> count(String name, Function<T, Count> cell) {
            return count(name, messages.get("report.column." + name), cell);
        }

        /** A count with a given Chinese header, such as that of a list or a defect. */
        public Builder<T> count(String name, String words, Function<T, Count> cell) {
            String lines = messages.get("report.column.lines", words);
            String amount = messages.get("report.column.amount", words);
            add(name + "_lines", lines, Kind.LINES, row -> plain(cell.apply(row).lines()));
            return add(
                    name + "_amount",
                    amount,
                    Kind.YUAN,
                    row -> plain(cell.apply(row).yuan()));
        }

        /** A share in percent; empty where there is none. */
        public Builder<T> share(String id, Function<T, Share> cell) {
            return share(id, title(id), cell);
        }

        /** A share with a given Chinese header. */
        public Builder<T> share(String id, String words, Function<T, Share> cell) {
            return add(id, words, Kind.PERCENT, row -> plain(cell.apply(row).percent()));
        }

        /** The run's id and audit date, the same in every row. */
        public Builder<T> run(RunData data) {
            String runId = data.run().runId();
            LocalDate auditDate = data.run().auditDate();
            return word("run_id", row -> runId).date("audit_date", row -> auditDate);
        }

        /** The table. */
        public ReportTable<T> build() {
            return new ReportTable<>(columns);
        }

        private Builder<T> add(String id, String title, Kind kind, Function<T, String> cell) {
            columns.add(new Column<>(id, messages.english() ? id : title, kind, cell));
            return this;
        }

        private static String plain(Optional<? extends Number> number) {
            return number.map(Builder::plain).orElse("");
        }

        private static String plain(Number number) {
            return number instanceof BigDecimal decimal ? decimal.toPlainString() : number.toString();
        }

        private String title(String id) {
            return FeedColumn.ofHeader(id)
                    .map(FeedColumn::chinese)
                    .orElseGet(() -> messages.get("report.column." + id));
        }
    }
}
