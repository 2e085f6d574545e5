package org.greenaudit.report.table;

import java.util.List;
import org.greenaudit.report.data.ReportContext;
import org.greenaudit.report.table.WorkbookFile.FillIn;
import org.greenaudit.report.table.WorkbookFile.Rows;
import org.greenaudit.rules.Outcome;

/** The sheet of a workbook with the findings of one outcome, and with columns in which people answer. */
public final class FindingSheet {

    /** What people may conclude, in the order in which it is offered. */
    public static final List<String> CONCLUSIONS =
            List.of("item", "not-listed", "fact", "certificate", "exemption", "confirmed", "dismissed");

    /** What a reader needs first of a finding; the columns to fill in stand behind them. */
    private static final List<String> FIRST = List.of(
            "region_name",
            "buyer_name",
            "contract_no",
            "contract_date",
            "item_name",
            "brand",
            "model",
            "quantity",
            "unit",
            "amount",
            "list",
            "entry_name",
            "duty",
            "rule_title",
            "message",
            "found",
            "expected",
            "certificate_no");

    private FindingSheet() {}

    /**
     * Begins the sheet.
     *
     * @param outcome names the sheet
     * @param table the columns of {@link VerdictTable}, whatever a row is
     */
    public static <T> Rows<T> begun(WorkbookFile file, ReportContext context, Outcome outcome, ReportTable<T> table) {
        return file.table(
                context.say("report.workbook.sheet." + outcome.id()),
                table.leading(FIRST),
                feedback(context),
                FIRST.size());
    }

    private static List<FillIn> feedback(ReportContext context) {
        return List.of(
                new FillIn(
                        context.say("report.feedback.conclusion"),
                        CONCLUSIONS.stream()
                                .map(kind -> context.say("report.conclusion." + kind))
                                .toList()),
                new FillIn(context.say("report.feedback.certificate"), List.of()),
                new FillIn(context.say("report.feedback.approval"), List.of()),
                new FillIn(context.say("report.feedback.note"), List.of()),
                new FillIn(context.say("report.feedback.by"), List.of()),
                new FillIn(context.say("report.feedback.date"), List.of()));
    }
}
