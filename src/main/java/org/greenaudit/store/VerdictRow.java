package org.greenaudit.store;

import java.lang.reflect.Constructor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.greenaudit.catalog.Duty;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.BuyerType;
import org.greenaudit.purchase.Money;
import org.greenaudit.purchase.SourceRef;
import org.greenaudit.rules.Outcome;
import org.springframework.beans.BeanUtils;

/** How a {@link StoredVerdict} stands in a row of {@code audit_verdict}: one list of columns, for writing and reading. */
final class VerdictRow {

    /** A column: its name, what it holds of a verdict, and how the verdict's component is read from it. */
    private record Column(String name, Function<StoredVerdict, Object> value, Reader reader) {

        /** A text as it is: too long a one is an error. */
        static Column text(String name, Function<StoredVerdict, Object> value) {
            return new Column(name, value, ResultSet::getString);
        }

        /** A text that is cut to the column's length. */
        static Column text(String name, int longest, Function<StoredVerdict, String> value) {
            return text(name, verdict -> ColumnCodec.clip(value.apply(verdict), longest));
        }

        static Column codes(String name, Function<StoredVerdict, List<String>> value) {
            return new Column(name, verdict -> String.join(" ", value.apply(verdict)), (row, column) -> {
                String stored = row.getString(column);
                return stored.isEmpty() ? List.of() : List.of(stored.split(" "));
            });
        }

        static Column message(String name, Function<StoredVerdict, Text> value) {
            return new Column(
                    name,
                    verdict -> ColumnCodec.encode(value.apply(verdict), ColumnCodec.MESSAGE),
                    (row, column) -> Text.decode(row.getString(column)));
        }

        static <E extends Enum<E>> Column choice(String name, Class<E> type, Function<StoredVerdict, E> value) {
            return new Column(
                    name,
                    verdict -> value.apply(verdict).name(),
                    (row, column) -> Enum.valueOf(type, row.getString(column)));
        }

        static Column date(String name, Function<StoredVerdict, Object> value) {
            return new Column(name, value, (row, column) -> row.getObject(column, LocalDate.class));
        }
    }

    private interface Reader {
        Object read(ResultSet row, String column) throws SQLException;
    }

    /** In the order of the components of {@link StoredVerdict}; its first one takes {@link #REF} columns. */
    private static final List<Column> COLUMNS = List.of(
            new Column("source_no", verdict -> verdict.ref().sourceNo(), ResultSet::getInt),
            Column.text("source_name", ColumnCodec.SOURCE_NAME, verdict -> verdict.ref()
                    .source()),
            new Column("line_no", verdict -> verdict.ref().line(), ResultSet::getLong),
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
                    verdict -> Money.yuan(verdict.amountFen()),
                    (row, column) -> ColumnCodec.fen(row.getBigDecimal(column))),
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
            new Column(
                    "warnings",
                    verdict -> ColumnCodec.encodeAll(verdict.warnings(), ColumnCodec.WARNINGS),
                    (row, column) -> ColumnCodec.decodeAll(row.getString(column))),
            Column.date("first_seen", StoredVerdict::firstSeen),
            new Column("is_new", StoredVerdict::isNew, ResultSet::getBoolean),
            Column.codes("facts", StoredVerdict::facts));

    private static final int REF = 3;

    private static final Constructor<StoredVerdict> VERDICT = BeanUtils.getResolvableConstructor(StoredVerdict.class);

    private VerdictRow() {}

    /** The names of the columns, separated by commas. */
    static String columns() {
        return COLUMNS.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /** What the columns hold of a verdict, in their order. */
    static List<Object> values(StoredVerdict verdict) {
        return COLUMNS.stream().map(column -> column.value().apply(verdict)).toList();
    }

    /** The verdict of a result's current row. */
    static StoredVerdict read(ResultSet row) throws SQLException {
        List<Object> components = new ArrayList<>(COLUMNS.size());
        for (Column column : COLUMNS) {
            components.add(column.reader().read(row, column.name()));
        }
        List<Object> ref = components.subList(0, REF);
        SourceRef place = new SourceRef((int) ref.get(0), (String) ref.get(1), (long) ref.get(2));
        ref.clear();
        components.add(0, place);
        return BeanUtils.instantiateClass(VERDICT, components.toArray());
    }
}
