package org.greenaudit.report;

import java.time.LocalDate;
import java.util.List;
import org.greenaudit.catalog.Duty;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.BuyerType;
import org.greenaudit.purchase.SourceRef;
import org.greenaudit.rules.Outcome;
import org.greenaudit.store.StoredVerdict;

/** Builds stored verdicts of fictional purchases; every setter changes one thing. */
final class VerdictBuilder {

    private String recordId = "R-1";
    private long line = 2;
    private String regionCode = "361002";
    private String regionName = "虚构区";
    private String buyerCode = "U1";
    private String buyerName = "虚构第一中学（示例）";
    private BuyerType buyerType = BuyerType.INSTITUTION;
    private String itemName = "台式计算机";
    private String model = "SL-100";
    private String quantity = "2";
    private String unitPrice = "5000";
    private long fen = 1_000_000;
    private String listId = FakeCatalog.ENERGY;
    private String entryId = "ES2019-01-01";
    private Duty duty = Duty.MANDATORY;
    private Outcome outcome = Outcome.VIOLATION;
    private String rule = "M1";
    private String question = "";
    private boolean declared;
    private boolean isNew = true;

    VerdictBuilder record(String id, long line) {
        this.recordId = id;
        this.line = line;
        return this;
    }

    VerdictBuilder region(String code, String name) {
        this.regionCode = code;
        this.regionName = name;
        return this;
    }

    VerdictBuilder buyer(String code, String name, BuyerType type) {
        this.buyerCode = code;
        this.buyerName = name;
        this.buyerType = type;
        return this;
    }

    VerdictBuilder item(String name, String model) {
        this.itemName = name;
        this.model = model;
        return this;
    }

    VerdictBuilder quantity(String quantity, String unitPrice) {
        this.quantity = quantity;
        this.unitPrice = unitPrice;
        return this;
    }

    VerdictBuilder yuan(long yuan) {
        this.fen = yuan * 100;
        return this;
    }

    VerdictBuilder entry(String listId, String entryId, Duty duty) {
        this.listId = listId;
        this.entryId = entryId;
        this.duty = duty;
        return this;
    }

    VerdictBuilder outcome(Outcome outcome, String ruleOrQuestion) {
        this.outcome = outcome;
        this.rule = outcome == Outcome.VIOLATION ? ruleOrQuestion : "";
        this.question = outcome == Outcome.UNDETERMINED ? ruleOrQuestion : "";
        return this;
    }

    VerdictBuilder declared() {
        this.declared = true;
        return this;
    }

    VerdictBuilder isNew(boolean value) {
        this.isNew = value;
        return this;
    }

    StoredVerdict build() {
        return new StoredVerdict(
                new SourceRef(0, "sample.csv", line),
                recordId,
                regionCode,
                regionName,
                buyerCode,
                buyerName,
                buyerType,
                "HT-2026-001",
                LocalDate.of(2026, 3, 5),
                "示例科技有限公司",
                "A02010104",
                "2013",
                "台式计算机",
                itemName,
                "示例甲",
                model,
                quantity,
                "台",
                unitPrice,
                fen,
                listId,
                entryId,
                duty,
                "code",
                outcome,
                rule,
                List.of(),
                question,
                Text.of("report.limit.number"),
                Text.of("report.outcome.compliant"),
                Text.of("report.none"),
                "",
                declared ? "declared" : "none",
                listId.equals(FakeCatalog.ENERGY)
                        ? List.of("caiku-2019-19", "caiku-2019-9")
                        : List.of("caiku-2019-18", "caiku-2019-9"),
                List.of(Text.of("warning.code-glued"), Text.of("warning.brand-missing")),
                LocalDate.of(2026, 6, 30),
                isNew);
    }
}
