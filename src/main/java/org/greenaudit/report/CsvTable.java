package org.greenaudit.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.Share;
import org.greenaudit.message.Messages;
import org.greenaudit.purchase.FeedColumn;

/**
 * What a CSV file looks like: its columns in order and how each gets its cell from a row. The English header is the
 * column's name; the Chinese one comes from the feed's columns or from the messages.
 *
 * @param <T> what a row shows
 */
final class CsvTable<T> {

    private record Column<T>(String header, Function<T, String> cell) {}

    private final List<Column<T>> columns;

    private CsvTable(List<Column<T>> columns) {
        this.columns = List.copyOf(columns);
    }

    /** The header row. */
    List<String> header() {
        return columns.stream().map(Column::header).toList();
    }

    /** The cells of a row. */
    List<String> cells(T row) {
        List<String> cells = new ArrayList<>(columns.size());
        for (Column<T> column : columns) {
            cells.add(column.cell().apply(row));
        }
        return cells;
    }

    /** Collects the columns from left to right. */
    static final class Builder<T> {

        private final Messages messages;
        private final List<Column<T>> columns = new ArrayList<>();

        Builder(Messages messages) {
            this.messages = messages;
        }

        /** A text; what a spreadsheet would take for a formula is defused. */
        Builder<T> text(String id, Function<T, String> cell) {
            return add(id, title(id), row -> CsvValues.guarded(cell.apply(row)));
        }

        /** A number as the feed gave it. */
        Builder<T> number(String id, Function<T, String> cell) {
            return add(id, title(id), row -> CsvValues.number(cell.apply(row)));
        }

        /** A number, date or code that the program itself made. */
        Builder<T> own(String id, Function<T, Object> cell) {
            return add(id, title(id), row -> String.valueOf(cell.apply(row)));
        }

        /** One of a few words: its id in English files, the word for it in Chinese ones; empty stays empty. */
        Builder<T> choice(String id, Function<T, String> cell, UnaryOperator<String> chinese) {
            return add(id, title(id), row -> {
                String chosen = cell.apply(row);
                return chosen.isEmpty() || messages.english() ? chosen : chinese.apply(chosen);
            });
        }

        /** A number that may be missing. */
        Builder<T> maybe(String id, Function<T, Optional<BigDecimal>> cell) {
            return add(id, title(id), row -> plain(cell.apply(row)));
        }

        /** A count: two columns, {@code <name>_lines} and {@code <name>_amount} (yuan). */
        Builder<T> count(String name, Function<T, Count> cell) {
            return count(name, word("report.column." + name), cell);
        }

        /** A count with a given Chinese header, such as that of a list or a defect. */
        Builder<T> count(String name, String words, Function<T, Count> cell) {
            add(
                    name + "_lines",
                    word("report.column.lines", words),
                    row -> String.valueOf(cell.apply(row).lines()));
            return add(name + "_amount", word("report.column.amount", words), row -> cell.apply(row)
                    .yuan()
                    .toPlainString());
        }

        /** A share in percent; empty where there is none. */
        Builder<T> share(String id, Function<T, Share> cell) {
            return share(id, title(id), cell);
        }

        /** A share with a given Chinese header. */
        Builder<T> share(String id, String words, Function<T, Share> cell) {
            return add(id, words, row -> plain(cell.apply(row).percent()));
        }

        /** The run's id and audit date, the same in every row. */
        Builder<T> run(RunData data) {
            String runId = data.run().runId();
            String auditDate = data.run().auditDate().toString();
            return own("run_id", row -> runId).own("audit_date", row -> auditDate);
        }

        CsvTable<T> build() {
            return new CsvTable<>(columns);
        }

        private Builder<T> add(String id, String title, Function<T, String> cell) {
            columns.add(new Column<>(messages.english() ? id : title, cell));
            return this;
        }

        private static String plain(Optional<BigDecimal> number) {
            return number.map(BigDecimal::toPlainString).orElse("");
        }

        private String title(String id) {
            return FeedColumn.ofHeader(id).map(FeedColumn::chinese).orElseGet(() -> word("report.column." + id));
        }

        private String word(String key, Object... args) {
            return messages.get(key, args);
        }
    }
}
