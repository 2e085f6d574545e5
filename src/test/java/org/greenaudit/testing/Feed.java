package org.greenaudit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.greenaudit.purchase.Column;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.FeedRow;
import org.greenaudit.purchase.KnownColumns;

/**
 * Builds a feed: a CSV file with every column, and rows in which a test names only the cells it is about. All other cells
 * make a purchase that can be read: a school bought two desktop computers for 8000 yuan. Everything in it is fictional.
 *
 * <pre>{@code
 * Path file = Feed.of()
 *         .line(Feed.row().id("r1").amount("面议"))
 *         .line(Feed.row().id("r2").item("打印机").with("energy_certificate_no", "CQC1"))
 *         .write(folder.resolve("feed.csv"));
 * }</pre>
 */
public final class Feed {

    private static final List<String> COLUMNS =
            KnownColumns.ALL.all().stream().map(Column::header).toList();

    private final StringBuilder text = new StringBuilder(String.join(",", COLUMNS)).append('\n');

    private Feed() {}

    /** A feed without rows. */
    public static Feed of() {
        return new Feed();
    }

    /** A row that can be read. */
    public static Row row() {
        return new Row();
    }

    /** A row of empty cells, such as a total or a signature is written into. */
    public static Row bareRow() {
        Row row = new Row();
        row.cells.clear();
        return row;
    }

    /** Adds a row. */
    public Feed line(Row row) {
        text.append(row.feedRow().raw()).append('\n');
        return this;
    }

    /** The file's text. */
    public String text() {
        return text.toString();
    }

    /** Writes the file. */
    public Path write(Path file) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A row of these cells. */
    public static FeedRow rowOf(List<String> cells) {
        List<String> copy = List.copyOf(cells);
        return new FeedRow() {
            @Override
            public int cells() {
                return copy.size();
            }

            @Override
            public String cell(int index) {
                return index < copy.size() ? copy.get(index) : "";
            }
        };
    }

    /** A row of cells as found in a file, each as a test writes it. */
    public static final class Row {

        private final Map<String, String> cells = new HashMap<>();

        private Row() {
            id("R-1").on("2026-03-05").item("示例台式计算机").brand("示例甲").model("JIA-100");
            with(FeedColumn.REGION_CODE, "361002");
            with(FeedColumn.BUYER_NAME, "虚构第一中学（示例）").with(FeedColumn.BUYER_TYPE, "事业单位");
            with(FeedColumn.CATEGORY_CODE, "A02010105").with(FeedColumn.CATEGORY_NAME, "台式计算机");
            with(FeedColumn.CATEGORY_SCHEME, "2022");
            with(FeedColumn.QUANTITY, "2").with(FeedColumn.UNIT_PRICE, "4000").amount("8000");
        }

        public Row id(String cell) {
            return with(FeedColumn.RECORD_ID, cell);
        }

        /** The contract date. */
        public Row on(String cell) {
            return with(FeedColumn.CONTRACT_DATE, cell);
        }

        public Row item(String cell) {
            return with(FeedColumn.ITEM_NAME, cell);
        }

        public Row brand(String cell) {
            return with(FeedColumn.BRAND, cell);
        }

        public Row model(String cell) {
            return with(FeedColumn.MODEL, cell);
        }

        public Row amount(String cell) {
            return with(FeedColumn.AMOUNT, cell);
        }

        /** Any other cell. */
        public Row with(Column column, String cell) {
            return with(column.header(), cell);
        }

        /** The cell under that header, such as {@code energy_certificate_no}. */
        public Row with(String header, String cell) {
            if (!COLUMNS.contains(header)) {
                throw new IllegalArgumentException("no column of a feed: " + header);
            }
            cells.put(header, cell);
            return this;
        }

        /** The cells in the order of the columns; the list can be changed. */
        public List<String> cells() {
            return COLUMNS.stream()
                    .map(column -> cells.getOrDefault(column, ""))
                    .collect(Collectors.toCollection(ArrayList::new));
        }

        /** The row as the parser takes it. */
        public FeedRow feedRow() {
            return rowOf(cells());
        }
    }
}
