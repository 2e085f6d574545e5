package org.greenaudit.report;

import java.util.Map;
import java.util.TreeMap;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.RunCounts;
import org.greenaudit.report.data.ReportContext;
import org.greenaudit.report.html.HtmlTable;
import org.greenaudit.report.html.HtmlTable.Cell;

/** What was unusual in the data. */
final class QualitySection {

    private QualitySection() {}

    static HtmlTable rejected(ReportContext context) {
        return reasons(
                context, "report.rejected.caption", "reject.", context.counts().rejected());
    }

    static HtmlTable warnings(ReportContext context) {
        return reasons(
                context, "report.warnings.caption", "warning.", context.counts().warnings());
    }

    static HtmlTable outside(ReportContext context) {
        HtmlTable.Builder table = new HtmlTable.Builder(context, "report.outside.caption")
                .text("report.head.list")
                .text("report.head.reason")
                .count();
        for (String listId : context.catalog().listIds()) {
            Map<String, Count> byReason = new TreeMap<>();
            context.counts().outside().forEach((key, count) -> {
                if (key.listId().equals(listId)) {
                    RunCounts.plus(byReason, key.reason(), count);
                }
            });
            byReason.forEach((reason, count) -> table.row(
                    Cell.text(context.listTitle(listId)),
                    Cell.text(context.say("not-listed." + reason)),
                    Cell.lines(count),
                    Cell.yuan(count)));
        }
        return table.build();
    }

    private static HtmlTable reasons(ReportContext context, String caption, String prefix, Map<String, Count> counts) {
        HtmlTable.Builder table = new HtmlTable.Builder(context, caption)
                .text("report.head.reason")
                .count();
        new TreeMap<>(counts)
                .forEach((id, count) ->
                        table.row(Cell.text(context.say(prefix + id)), Cell.lines(count), Cell.yuan(count)));
        return table.build();
    }
}
