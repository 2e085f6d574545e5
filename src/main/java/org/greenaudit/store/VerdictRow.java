package org.greenaudit.store;

import java.lang.reflect.Constructor;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.greenaudit.catalog.Duty;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.BuyerType;
import org.greenaudit.purchase.Money;
import org.greenaudit.purchase.SourceRef;
import org.greenaudit.rules.Outcome;
import org.springframework.beans.BeanUtils;

/** How a {@link StoredVerdict} stands in a row of {@code audit_verdict}: one list of columns, for writing and reading. */
final class VerdictRow {

    /** A column: its name and type, what it holds of a verdict, and what the verdict's component is for a cell. */
    private record Column(
            String name, CellType type, Function<StoredVerdict, Object> value, Function<Object, Object> component) {

        static Column plain(String name, CellType type, Function<StoredVerdict, Object> value) {
            return new Column(name, type, value, cell -> cell);
        }

        static Column of(String name, Function<StoredVerdict, Object> value, Function<String, Object> component) {
            return new Column(name, CellType.TEXT, value, cell -> component.apply((String) cell));
        }

        /** A text as it is: too long a one is an error. */
        static Column text(String name, Function<StoredVerdict, Object> value) {
            return plain(name, CellType.TEXT, value);
        }

        /** A text that is cut to the column's length. */
        static Column text(String name, int longest, Function<StoredVerdict, String> value) {
            return text(name, verdict -> ColumnCodec.clip(value.apply(verdict), longest));
        }

        static Column codes(String name, Function<StoredVerdict, List<String>> value) {
            return of(
                    name,
                    verdict -> String.join(" ", value.apply(verdict)),
                    cell -> cell.isEmpty() ? List.of() : List.of(cell.split(" ")));
        }

        static Column message(String name, Function<StoredVerdict, Text> value) {
            return of(name, verdict -> ColumnCodec.encode(value.apply(verdict), ColumnCodec.MESSAGE), Text::decode);
        }

        static <E extends Enum<E>> Column choice(String name, Class<E> type, Function<StoredVerdict, E> value) {
            return of(name, verdict -> value.apply(verdict).name(), cell -> Enum.valueOf(type, cell));
        }

        static Column date(String name, Function<StoredVerdict, Object> value) {
            return plain(name, CellType.DATE, value);
        }
    }

    /** In the order of the components of {@link StoredVerdict}; its first one takes {@link #REF} columns. */
    private static final List<Column> COLUMNS = List.of(
            Column.plain("source_no", CellType.INT, verdict -> verdict.ref().sourceNo()),
            Column.text("source_name", ColumnCodec.SOURCE_NAME, verdict -> verdict.ref()
                    .source()),
            Column.plain("line_no", CellType.LONG, verdict -> verdict.ref().line()),
            Column.text("record_id", ColumnCodec.RECORD_ID, StoredVerdict::recordId),
            Column.text("region_code", ColumnCodec.REGION_CODE, StoredVerdict::regionCode),
            Column.text("region_name", ColumnCodec.REGION_NAME, StoredVerdict::regionName),
            Column.text("buyer_code", ColumnCodec.BUYER_CODE, StoredVerdict::buyerCode),
            Column.text("buyer_name", ColumnCodec.BUYER_NAME, StoredVerdict::buyerName),
            Column.choice("buyer_type", BuyerType.class, StoredVerdict::buyerType),
            Column.text("contract_no", 100, StoredVerdict::contractNo),
            Column.date("contract_date", StoredVerdict::contractDate),
            Column.text("supplier_name", 200, StoredVerdict::supplierName),
            Column.text("category_code", 20, StoredVerdict::categoryCode),
            Column.text("category_scheme", 8, StoredVerdict::categoryScheme),
            Column.text("category_name", 200, StoredVerdict::categoryName),
            Column.text("item_name", 500, StoredVerdict::itemName),
            Column.text("brand", 200, StoredVerdict::brand),
            Column.text("model", 500, StoredVerdict::model),
            Column.text("quantity", 40, StoredVerdict::quantity),
            Column.text("unit_name", 40, StoredVerdict::unit),
            Column.text("unit_price", 40, StoredVerdict::unitPrice),
            new Column(
                    "amount",
                    CellType.YUAN,
                    verdict -> Money.yuan(verdict.amountFen()),
                    cell -> ColumnCodec.fen((BigDecimal) cell)),
            Column.text("list_id", StoredVerdict::listId),
            Column.text("entry_id", StoredVerdict::entryId),
            Column.choice("duty", Duty.class, StoredVerdict::duty),
            Column.text("match_basis", StoredVerdict::matchBasis),
            Column.choice("outcome", Outcome.class, StoredVerdict::outcome),
            Column.text("rule_code", StoredVerdict::rule),
            Column.codes("other_rules", StoredVerdict::otherRules),
            Column.text("question", StoredVerdict::question),
            Column.message("message_text", StoredVerdict::message),
            Column.message("expected_text", StoredVerdict::expected),
            Column.message("found_text", StoredVerdict::found),
            Column.text("certificate_no", 200, StoredVerdict::certificateNo),
            Column.text("evidence", StoredVerdict::evidence),
            Column.codes("clauses", StoredVerdict::clauses),
            Column.of(
                    "warnings",
                    verdict -> ColumnCodec.encodeAll(verdict.warnings(), ColumnCodec.WARNINGS),
                    ColumnCodec::decodeAll),
            Column.date("first_seen", StoredVerdict::firstSeen),
            Column.plain("is_new", CellType.FLAG, StoredVerdict::isNew),
            Column.codes("facts", StoredVerdict::facts));

    private static final Map<String, Integer> PLACES = IntStream.range(0, COLUMNS.size())
            .boxed()
            .collect(Collectors.toUnmodifiableMap(i -> COLUMNS.get(i).name(), i -> i));

    private static final int REF = 3;

    private static final Constructor<StoredVerdict> VERDICT = BeanUtils.getResolvableConstructor(StoredVerdict.class);

    private VerdictRow() {}

    /** The names of the columns, separated by commas. */
    static String columns() {
        return COLUMNS.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /** The place of a column's cell among the cells of a row. */
    static int place(String column) {
        return Objects.requireNonNull(PLACES.get(column));
    }

    /** What the columns hold of a verdict, in their order. */
    static List<Object> values(StoredVerdict verdict) {
        return COLUMNS.stream().map(column -> column.value().apply(verdict)).toList();
    }

    /** The cells of a result's current row, of which these columns are the first. */
    static List<Object> cells(ResultSet row) throws SQLException {
        List<Object> cells = new ArrayList<>(COLUMNS.size());
        for (Column column : COLUMNS) {
            cells.add(column.type().of(row, cells.size() + 1));
        }
        return cells;
    }

    /** Writes cells for a file. */
    static void write(List<Object> cells, ByteBuffer to) {
        for (int i = 0; i < cells.size(); i++) {
            COLUMNS.get(i).type().write(cells.get(i), to);
        }
    }

    /** Reads cells from bytes of a file, which stand in an array. */
    static List<Object> cells(ByteBuffer from) {
        List<Object> cells = new ArrayList<>(COLUMNS.size());
        for (Column column : COLUMNS) {
            cells.add(column.type().read(from));
        }
        return cells;
    }

    /** The verdict that cells hold. */
    static StoredVerdict verdict(List<Object> cells) {
        List<Object> components = new ArrayList<>(COLUMNS.size());
        for (int i = 0; i < cells.size(); i++) {
            components.add(COLUMNS.get(i).component().apply(cells.get(i)));
        }
        List<Object> ref = components.subList(0, REF);
        SourceRef place = new SourceRef((int) ref.get(0), (String) ref.get(1), (long) ref.get(2));
        ref.clear();
        components.add(0, place);
        return BeanUtils.instantiateClass(VERDICT, components.toArray());
    }
}
