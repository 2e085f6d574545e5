package org.greenaudit.store;

import java.time.LocalDate;
import java.util.List;
import org.greenaudit.catalog.Duty;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.BuyerType;
import org.greenaudit.purchase.SourceRef;
import org.greenaudit.rules.Outcome;

/** Builds stored verdicts for tests; everything in them is fictional. */
public final class StoredVerdicts {

    private String recordId = "R1";
    private String listId = "energy-saving";
    private String regionCode = "361000";
    private String buyerName = "虚构第一中学（示例）";
    private String itemName = "台式计算机";
    private Outcome outcome = Outcome.VIOLATION;
    private Duty duty = Duty.MANDATORY;
    private String rule = "M1";
    private LocalDate contractDate = LocalDate.of(2026, 3, 1);
    private LocalDate firstSeen = LocalDate.of(2026, 6, 30);
    private boolean isNew = true;
    private List<Text> warnings = List.of(Text.of("warning.model-missing"), Text.of("note", "甲", "2026-01-01"));

    /** A violation M1 of record R1. */
    public static StoredVerdicts verdict() {
        return new StoredVerdicts();
    }

    StoredVerdicts record(String value) {
        recordId = value;
        return this;
    }

    StoredVerdicts list(String value) {
        listId = value;
        return this;
    }

    StoredVerdicts region(String value) {
        regionCode = value;
        return this;
    }

    StoredVerdicts buyer(String value) {
        buyerName = value;
        return this;
    }

    StoredVerdicts item(String value) {
        itemName = value;
        return this;
    }

    StoredVerdicts outcome(Outcome value) {
        outcome = value;
        return this;
    }

    StoredVerdicts duty(Duty value) {
        duty = value;
        return this;
    }

    StoredVerdicts rule(String value) {
        rule = value;
        return this;
    }

    StoredVerdicts contractDate(LocalDate value) {
        contractDate = value;
        return this;
    }

    StoredVerdicts firstSeen(LocalDate value, boolean isNew) {
        firstSeen = value;
        this.isNew = isNew;
        return this;
    }

    StoredVerdicts warnings(List<Text> value) {
        warnings = value;
        return this;
    }

    StoredVerdict build() {
        return new StoredVerdict(
                new SourceRef(0, "feed.csv", 7),
                recordId,
                regionCode,
                "抚州市",
                "B-1",
                buyerName,
                BuyerType.INSTITUTION,
                "HT-1",
                contractDate,
                "示例科技有限公司",
                "A02010105",
                "2022",
                "台式机",
                itemName,
                "示例甲",
                "M430",
                "26",
                "台",
                "4500.00",
                11_700_000,
                listId,
                "ES2019-01-01",
                duty,
                "code-and-name",
                outcome,
                rule,
                List.of("M4", "M7"),
                "model-unknown",
                Text.of("rule.M1", "示例甲", "M430"),
                Text.of("expected", "有效证书"),
                Text.of("found", "无"),
                "CQC-1",
                "none",
                List.of("caiku-2019-19", "caiku-2019-9"),
                warnings,
                firstSeen,
                isNew);
    }
}
