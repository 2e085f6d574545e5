package org.greenaudit.store;

import static org.greenaudit.store.ColumnCodec.clip;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.greenaudit.catalog.Duty;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.BuyerType;
import org.greenaudit.purchase.SourceRef;
import org.greenaudit.rules.Outcome;

/** How a {@link StoredVerdict} stands in a row of {@code audit_verdict}: the columns and their order, both ways. */
final class VerdictRow {

    /** The columns that hold the verdict itself, in the order of {@link #bind} and {@link #read}. */
    static final String COLUMNS = "source_no, source_name, line_no, record_id, region_code, region_name, buyer_code, "
            + "buyer_name, buyer_type, contract_no, contract_date, supplier_name, category_code, category_scheme, "
            + "category_name, item_name, brand, model, quantity, unit_name, unit_price, amount, list_id, entry_id, "
            + "duty, match_basis, outcome, rule_code, other_rules, question, message_text, expected_text, found_text, "
            + "certificate_no, evidence, clauses, warnings, first_seen, is_new";

    private static final String BETWEEN_CODES = " ";

    private VerdictRow() {}

    /** Sets the parameters from an index on. */
    static void bind(PreparedStatement insert, int first, StoredVerdict verdict) throws SQLException {
        int i = first;
        insert.setInt(i++, verdict.ref().sourceNo());
        insert.setString(i++, clip(verdict.ref().source(), ColumnCodec.SOURCE_NAME));
        insert.setLong(i++, verdict.ref().line());
        insert.setString(i++, clip(verdict.recordId(), ColumnCodec.RECORD_ID));
        insert.setString(i++, clip(verdict.regionCode(), ColumnCodec.REGION_CODE));
        insert.setString(i++, clip(verdict.regionName(), ColumnCodec.REGION_NAME));
        insert.setString(i++, clip(verdict.buyerCode(), ColumnCodec.BUYER_CODE));
        insert.setString(i++, clip(verdict.buyerName(), ColumnCodec.BUYER_NAME));
        insert.setString(i++, verdict.buyerType().name());
        insert.setString(i++, clip(verdict.contractNo(), 100));
        insert.setObject(i++, verdict.contractDate());
        insert.setString(i++, clip(verdict.supplierName(), 200));
        insert.setString(i++, clip(verdict.categoryCode(), 20));
        insert.setString(i++, clip(verdict.categoryScheme(), 8));
        insert.setString(i++, clip(verdict.categoryName(), 200));
        insert.setString(i++, clip(verdict.itemName(), 500));
        insert.setString(i++, clip(verdict.brand(), 200));
        insert.setString(i++, clip(verdict.model(), 500));
        insert.setString(i++, clip(verdict.quantity(), 40));
        insert.setString(i++, clip(verdict.unit(), 40));
        insert.setString(i++, clip(verdict.unitPrice(), 40));
        insert.setBigDecimal(i++, ColumnCodec.yuan(verdict.amountFen()));
        insert.setString(i++, verdict.listId());
        insert.setString(i++, verdict.entryId());
        insert.setString(i++, verdict.duty().name());
        insert.setString(i++, verdict.matchBasis());
        insert.setString(i++, verdict.outcome().name());
        insert.setString(i++, verdict.rule());
        insert.setString(i++, String.join(BETWEEN_CODES, verdict.otherRules()));
        insert.setString(i++, verdict.question());
        insert.setString(i++, ColumnCodec.encode(verdict.message(), ColumnCodec.MESSAGE));
        insert.setString(i++, ColumnCodec.encode(verdict.expected(), ColumnCodec.MESSAGE));
        insert.setString(i++, ColumnCodec.encode(verdict.found(), ColumnCodec.MESSAGE));
        insert.setString(i++, clip(verdict.certificateNo(), 200));
        insert.setString(i++, verdict.evidence());
        insert.setString(i++, String.join(BETWEEN_CODES, verdict.clauses()));
        insert.setString(i++, ColumnCodec.encodeAll(verdict.warnings(), ColumnCodec.WARNINGS));
        insert.setObject(i++, verdict.firstSeen());
        insert.setBoolean(i, verdict.isNew());
    }

    /** The verdict of a result's current row. */
    static StoredVerdict read(ResultSet row) throws SQLException {
        return new StoredVerdict(
                new SourceRef(row.getInt("source_no"), row.getString("source_name"), row.getLong("line_no")),
                row.getString("record_id"),
                row.getString("region_code"),
                row.getString("region_name"),
                row.getString("buyer_code"),
                row.getString("buyer_name"),
                BuyerType.valueOf(row.getString("buyer_type")),
                row.getString("contract_no"),
                row.getObject("contract_date", LocalDate.class),
                row.getString("supplier_name"),
                row.getString("category_code"),
                row.getString("category_scheme"),
                row.getString("category_name"),
                row.getString("item_name"),
                row.getString("brand"),
                row.getString("model"),
                row.getString("quantity"),
                row.getString("unit_name"),
                row.getString("unit_price"),
                ColumnCodec.fen(row.getBigDecimal("amount")),
                row.getString("list_id"),
                row.getString("entry_id"),
                Duty.valueOf(row.getString("duty")),
                row.getString("match_basis"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("rule_code"),
                codes(row.getString("other_rules")),
                row.getString("question"),
                Text.decode(row.getString("message_text")),
                Text.decode(row.getString("expected_text")),
                Text.decode(row.getString("found_text")),
                row.getString("certificate_no"),
                row.getString("evidence"),
                codes(row.getString("clauses")),
                ColumnCodec.decodeAll(row.getString("warnings")),
                row.getObject("first_seen", LocalDate.class),
                row.getBoolean("is_new"));
    }

    private static List<String> codes(String stored) {
        return stored.isEmpty() ? List.of() : List.of(stored.split(BETWEEN_CODES));
    }
}
