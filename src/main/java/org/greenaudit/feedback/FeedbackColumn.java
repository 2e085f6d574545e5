package org.greenaudit.feedback;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.greenaudit.text.NameKeys;

/** A column of a file with decisions, under its English or its Chinese header. */
public enum FeedbackColumn {
    /** The run that the row came from. */
    RUN("run_id", "运行编号"),
    /** The record. */
    RECORD("record_id", "记录编号"),
    /** The list. */
    LIST("list", "清单"),
    /** The listed item. */
    ENTRY("entry_id", "清单条目编号"),
    /** What is decided. */
    CONCLUSION("decision", "核定结论"),
    /** The number of the certificate. */
    CERTIFICATE("decision_certificate_no", "证书编号"),
    /** The number of an approval. */
    APPROVAL("decision_approval_no", "批准文号"),
    /** Why, or the fact. */
    NOTE("decision_note", "说明"),
    /** Who decides. */
    BY("decided_by", "核定人"),
    /** When. */
    ON("decided_on", "日期"),
    /** 本记录, or 同品牌型号 for every line of the brand and model. */
    SCOPE("decision_scope", "适用范围"),
    /** The certificate's first day. */
    FROM("certificate_from", "颁证日期"),
    /** Its last day. */
    TO("certificate_to", "到期日期"),
    /** The last audit date for which the decision holds. */
    UNTIL("valid_until", "有效期至"),
    /** What the row was about when it went out: the finding that it is answered to must still be about that. */
    CODE("category_code", "品目编码"),
    /** The category's name. */
    CATEGORY("category_name", "品目名称"),
    /** The goods. */
    ITEM("item_name", "货物名称"),
    /** The brand. */
    BRAND("brand", "品牌"),
    /** The model. */
    MODEL("model", "规格型号"),
    /** The amount in yuan. */
    AMOUNT("amount", "金额"),
    /** The region's code. */
    REGION("region_code", "行政区划代码"),
    /** The unit's code. */
    BUYER_CODE("buyer_code", "采购单位编码"),
    /** The unit. */
    BUYER("buyer_name", "采购单位"),
    /** Of an export: the fact that was told, and those on which the decision rests. */
    FACT("fact", "补充事实"),
    /** The digests of the facts. */
    FACTS("facts", "事实指纹"),
    /** Who took it back. */
    WITHDRAWN_BY("withdrawn_by", "撤回人"),
    /** When. */
    WITHDRAWN_ON("withdrawn_on", "撤回日期"),
    /** Why. */
    WITHDRAWN_REASON("withdrawn_reason", "撤回原因");

    /** What people fill in beside the conclusion. */
    static final List<FeedbackColumn> FILLED_IN = List.of(CERTIFICATE, APPROVAL, NOTE, BY, ON);

    /** Headers of the number of a decision, by which a report tells what was decided before. */
    private static final List<String> NUMBER_OF_DECISION = List.of("decision_id", "核定编号");

    /** What a table of findings has columns of too, of the same Chinese names, and the column by which one is known. */
    private static final List<FeedbackColumn> OF_FINDINGS_TOO = List.of(CERTIFICATE, NOTE);

    private static final String OUTCOME = "结论";

    private final String english;
    private final String chinese;

    FeedbackColumn(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    /** Its header in a language. */
    String header(boolean inEnglish) {
        return inEnglish ? english : chinese;
    }

    /** Whether a header is that of a table of decisions made before, as a report has it, in which nobody fills anything in. */
    static boolean tellsOfDecisions(List<String> header) {
        return header.stream().map(NameKeys::normalise).anyMatch(NUMBER_OF_DECISION::contains);
    }

    /**
     * Where the columns are in a header: the last of a name, since what tells of the finding stands before what is filled in.
     * Where a table of findings has but one 说明 or 证书编号, before the conclusion, that tells of the finding.
     */
    static Map<FeedbackColumn, Integer> in(List<String> header) {
        Map<FeedbackColumn, Integer> places = new EnumMap<>(FeedbackColumn.class);
        for (int i = 0; i < header.size(); i++) {
            String name = NameKeys.normalise(header.get(i));
            for (FeedbackColumn column : values()) {
                if (name.equals(column.english) || name.equals(column.chinese)) {
                    places.put(column, i);
                }
            }
        }
        int conclusion = places.getOrDefault(CONCLUSION, -1);
        List<String> names = header.stream().map(NameKeys::normalise).toList();
        if (names.contains(OUTCOME)) {
            OF_FINDINGS_TOO.forEach(column -> places.computeIfPresent(
                    column,
                    (of, place) -> place < conclusion && names.indexOf(column.chinese) == place ? null : place));
        }
        return places;
    }
}
