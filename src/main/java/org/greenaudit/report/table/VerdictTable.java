package org.greenaudit.report.table;

import java.util.Optional;
import org.greenaudit.message.Messages;
import org.greenaudit.purchase.Money;
import org.greenaudit.report.data.ReportContext;
import org.greenaudit.rules.Outcome;
import org.greenaudit.store.StoredVerdict;

/** The columns of {@code violations.csv}, {@code undetermined.csv} and {@code verdicts.csv}. */
public final class VerdictTable {

    private VerdictTable() {}

    /** The table of findings in the language of the context. */
    public static ReportTable<StoredVerdict> of(ReportContext context) {
        Messages messages = context.messages();
        return new ReportTable.Builder<StoredVerdict>(messages)
                .run(context.data())
                .text("record_id", StoredVerdict::recordId)
                .text("source", row -> row.ref().source())
                .number("line", row -> row.ref().line())
                .text("region_code", StoredVerdict::regionCode)
                .text("region_name", StoredVerdict::regionName)
                .text("buyer_code", StoredVerdict::buyerCode)
                .text("buyer_name", StoredVerdict::buyerName)
                .word("buyer_type", row -> row.buyerType().label())
                .text("contract_no", StoredVerdict::contractNo)
                .date("contract_date", StoredVerdict::contractDate)
                .text("supplier_name", StoredVerdict::supplierName)
                .text("category_code", StoredVerdict::categoryCode)
                .text("category_scheme", StoredVerdict::categoryScheme)
                .text("category_name", StoredVerdict::categoryName)
                .text("item_name", StoredVerdict::itemName)
                .text("brand", StoredVerdict::brand)
                .text("model", StoredVerdict::model)
                .given("quantity", StoredVerdict::quantity)
                .text("unit", StoredVerdict::unit)
                .given("unit_price", StoredVerdict::unitPrice)
                .yuan("amount", row -> Money.yuan(row.amountFen()))
                .choice("list", StoredVerdict::listId, context::listWord)
                .word("entry_id", StoredVerdict::entryId)
                .word("entry_name", row -> context.item(row.entryId()).itemName())
                .choice("duty", row -> row.duty().id(), context::dutyWord)
                .choice("match_basis", StoredVerdict::matchBasis, basis -> messages.get("basis." + basis))
                .choice("outcome", row -> row.outcome().id(), outcome -> messages.get("verdict.outcome." + outcome))
                .word("rule_code", StoredVerdict::rule)
                .word("other_rules", row -> String.join(";", row.otherRules()))
                .text("rule_title", row -> context.ruleTitle(row.rule()))
                .sentence("message", row -> messages.render(row.message()))
                .sentence("expected", row -> messages.render(row.expected()))
                .sentence("found", row -> messages.render(row.found()))
                .text("certificate_no", StoredVerdict::certificateNo)
                .sentence("legal_basis", row -> context.legalBasis(row.clauses(), row.regionCode()))
                .sentence("warnings", row -> context.say(row.warnings()))
                .maybeDate(
                        "first_seen",
                        row -> Optional.of(row).filter(VerdictTable::isFinding).map(StoredVerdict::firstSeen))
                .choice(
                        "is_new",
                        row -> isViolation(row) ? String.valueOf(row.isNew()) : "",
                        isNew -> messages.get("report.word." + isNew))
                .build();
    }

    /** Others are not looked for again. */
    private static boolean isFinding(StoredVerdict row) {
        return isViolation(row) || row.outcome() == Outcome.UNDETERMINED;
    }

    /** Only violations are compared with the previous run. */
    private static boolean isViolation(StoredVerdict row) {
        return row.outcome() == Outcome.VIOLATION;
    }
}
