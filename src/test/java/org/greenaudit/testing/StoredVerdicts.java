package org.greenaudit.testing;

import java.time.LocalDate;
import java.util.List;
import org.greenaudit.catalog.Duty;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.BuyerType;
import org.greenaudit.purchase.SourceRef;
import org.greenaudit.rules.Outcome;
import org.greenaudit.store.StoredVerdict;

/**
 * Builds a verdict as the database keeps it; everything in it is fictional.
 *
 * <pre>{@code
 * StoredVerdict third = StoredVerdicts.violation().record("R-3", 4).rule("M3").yuan(12_000).build();
 * }</pre>
 */
public final class StoredVerdicts {

    private String recordId = "R-1";
    private long line = 2;
    private String regionCode = "361002";
    private String regionName = "虚构区";
    private String buyerCode = "U1";
    private String buyerName = "虚构第一中学（示例）";
    private BuyerType buyerType = BuyerType.INSTITUTION;
    private LocalDate contractDate = LocalDate.of(2026, 3, 5);
    private String categoryName = "台式计算机";
    private String itemName = "台式计算机";
    private String contractNo = "HT-2026-001";
    private String supplierName = "示例科技有限公司";
    private String brand = "示例甲";
    private String model = "SL-100";
    private String quantity = "2";
    private String unitPrice = "5000";
    private long fen = 1_000_000;
    private String listId = PublishedLists.ENERGY;
    private String entryId = "ES2019-01-01";
    private Duty duty = Duty.MANDATORY;
    private Outcome outcome = Outcome.VIOLATION;
    private String rule = "M1";
    private List<String> otherRules = List.of();
    private String question = "";
    private Text message = Text.of("report.limit.number");
    private Text expected = Text.of("report.outcome.compliant");
    private Text found = Text.of("report.none");
    private String certificateNo = "";
    private String evidence = "none";
    private List<Text> warnings = List.of(Text.of("warning.code-glued"), Text.of("warning.brand-missing"));
    private LocalDate firstSeen = LocalDate.of(2026, 6, 30);
    private boolean isNew = true;

    private StoredVerdicts() {}

    /** A new violation M1, whose texts can be shown: a school bought desktop computers for 10 000 yuan. */
    public static StoredVerdicts violation() {
        return new StoredVerdicts();
    }

    /**
     * A violation with a value of its own in every column, also in those that a violation leaves empty: what comes back
     * changed from a table was written or read in the wrong place.
     */
    public static StoredVerdicts everyColumn() {
        StoredVerdicts full = new StoredVerdicts()
                .record("R1")
                .region("361000", "抚州市")
                .buyer("B-1", "虚构第一中学（示例）", BuyerType.INSTITUTION)
                .contractDate(LocalDate.of(2026, 3, 1));
        full.categoryName = "台式机";
        full.otherRules = List.of("M4", "M7");
        full.question = "model-unknown";
        full.message = Text.of("rule.M1", "示例甲", "M430");
        full.expected = Text.of("expected", "有效证书");
        full.found = Text.of("found", "无");
        full.certificateNo = "CQC-1";
        full.warnings = List.of(Text.of("warning.model-missing"), Text.of("note", "甲", "2026-01-01"));
        return full;
    }

    public StoredVerdicts record(String id) {
        recordId = id;
        return this;
    }

    /** The record and the line of the file on which it stands. */
    public StoredVerdicts record(String id, long lineNo) {
        line = lineNo;
        return record(id);
    }

    public StoredVerdicts region(String code) {
        regionCode = code;
        return this;
    }

    public StoredVerdicts region(String code, String name) {
        regionName = name;
        return region(code);
    }

    public StoredVerdicts buyer(String name) {
        buyerName = name;
        return this;
    }

    public StoredVerdicts buyer(String code, String name, BuyerType type) {
        buyerCode = code;
        buyerType = type;
        return buyer(name);
    }

    public StoredVerdicts contractDate(LocalDate day) {
        contractDate = day;
        return this;
    }

    public StoredVerdicts item(String name) {
        itemName = name;
        return this;
    }

    public StoredVerdicts contract(String number) {
        contractNo = number;
        return this;
    }

    public StoredVerdicts supplier(String name) {
        supplierName = name;
        return this;
    }

    public StoredVerdicts certificate(String number) {
        certificateNo = number;
        return this;
    }

    public StoredVerdicts brand(String name) {
        brand = name;
        return this;
    }

    public StoredVerdicts model(String name) {
        model = name;
        return this;
    }

    /** How many, as written. */
    public StoredVerdicts quantity(String count) {
        quantity = count;
        return this;
    }

    /** What each cost in yuan, as written. */
    public StoredVerdicts unitPrice(String yuan) {
        unitPrice = yuan;
        return this;
    }

    /** What all of it cost. */
    public StoredVerdicts yuan(long amount) {
        fen = amount * 100;
        return this;
    }

    public StoredVerdicts list(String id) {
        listId = id;
        return this;
    }

    /** The listed item that it is about, with its list and the buyer's duty. */
    public StoredVerdicts entry(String list, String entry, Duty duty) {
        entryId = entry;
        return list(list).duty(duty);
    }

    public StoredVerdicts duty(Duty value) {
        duty = value;
        return this;
    }

    /** Another outcome, everything else as it is. */
    public StoredVerdicts outcome(Outcome value) {
        outcome = value;
        return this;
    }

    /** Another outcome with what belongs to it: the rule of a violation, the question of an undetermined line. */
    public StoredVerdicts outcome(Outcome value, String ruleOrQuestion) {
        rule = value == Outcome.VIOLATION ? ruleOrQuestion : "";
        question = value == Outcome.UNDETERMINED ? ruleOrQuestion : "";
        return outcome(value);
    }

    public StoredVerdicts rule(String code) {
        rule = code;
        return this;
    }

    /** Compliance that rests on the buyer's word. */
    public StoredVerdicts declared() {
        evidence = "declared";
        return this;
    }

    public StoredVerdicts warnings(List<Text> texts) {
        warnings = texts;
        return this;
    }

    /** When it was first reported, and whether the run before did not have it. */
    public StoredVerdicts firstSeen(LocalDate day, boolean isNewToday) {
        firstSeen = day;
        return isNew(isNewToday);
    }

    public StoredVerdicts isNew(boolean value) {
        isNew = value;
        return this;
    }

    /** The verdict; later steps do not change it. */
    public StoredVerdict build() {
        return new StoredVerdict(
                new SourceRef(0, "sample.csv", line),
                recordId,
                regionCode,
                regionName,
                buyerCode,
                buyerName,
                buyerType,
                contractNo,
                contractDate,
                supplierName,
                "A02010104",
                "2013",
                categoryName,
                itemName,
                brand,
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
                otherRules,
                question,
                message,
                expected,
                found,
                certificateNo,
                evidence,
                List.of(listId.equals(PublishedLists.ENERGY) ? "caiku-2019-19" : "caiku-2019-18", "caiku-2019-9"),
                warnings,
                firstSeen,
                isNew,
                List.of("1", "2", "3", "4", "5", "6", "7"));
    }
}
