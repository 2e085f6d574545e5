package org.greenaudit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.greenaudit.assessment.ControlTotals;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.Indicator;
import org.greenaudit.assessment.Indicators;
import org.greenaudit.assessment.TallyKey;
import org.greenaudit.catalog.Duty;
import org.greenaudit.report.data.ReportContext;
import org.greenaudit.report.data.RunData;
import org.greenaudit.report.html.HtmlTable;
import org.greenaudit.report.html.HtmlTable.Cell;
import org.greenaudit.rules.CityPlan;

/** The context of the findings: earlier runs, advisory buyers, responsible departments, control totals. */
public final class ContextSection {

    private ContextSection() {}

    static HtmlTable advisory(ReportContext context) {
        HtmlTable.Builder table = new HtmlTable.Builder(context, "report.advisory.caption")
                .text("report.head.list")
                .number("report.head.scope-lines")
                .number("report.head.scope-amount")
                .number("report.head.certified-lines")
                .number("report.head.certified-yuan")
                .number("report.head.uncertified-lines")
                .number("report.head.undetermined-lines");
        var byList = Indicators.advisory(context.counts()).by(TallyKey::listId);
        for (String listId : context.catalog().listIds()) {
            Indicator indicator = byList.getOrDefault(listId, Indicator.EMPTY);
            if (indicator.inScope().lines() > 0) {
                table.row(
                        Cell.text(context.listTitle(listId)),
                        Cell.lines(indicator.inScope()),
                        Cell.yuan(indicator.inScope()),
                        Cell.lines(indicator.certified()),
                        Cell.yuan(indicator.certified()),
                        Cell.lines(indicator.violated()),
                        Cell.lines(indicator.undetermined()));
            }
        }
        return table.build();
    }

    /** The earlier runs and this one; empty when there is no earlier one. */
    public static HtmlTable trend(ReportContext context) {
        RunData data = context.data();
        HtmlTable.Builder table = new HtmlTable.Builder(context, "report.trend.caption").text("report.page.audit-date");
        context.catalog()
                .listIds()
                .forEach(list -> table.number("report.head.certified-list", context.listTitle(list)));
        table.number("report.head.mandatory-violations")
                .number("report.head.mandatory-amount")
                .number("report.head.priority-violations")
                .number("report.head.undetermined-lines");
        List<RunData.Earlier> earlier = data.earlier();
        for (RunData.Earlier run : earlier) {
            String date = run.run().auditDate().toString();
            boolean yearAgo =
                    run.run().auditDate().equals(data.run().auditDate().minusYears(1));
            table.row(trend(
                    context,
                    yearAgo ? context.say("report.trend.year-ago", date) : date,
                    Indicators.of(data.own(run.counts()))));
        }
        if (!earlier.isEmpty()) {
            table.row(trend(context, data.run().auditDate().toString(), context.indicators()));
        }
        return table.build();
    }

    private static List<Cell> trend(ReportContext context, String date, Indicators indicators) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.styled(date, "key-date"));
        Map<String, Indicator> byList = indicators.by(TallyKey::listId);
        for (String list : context.catalog().listIds()) {
            Indicator indicator = byList.getOrDefault(list, Indicator.EMPTY);
            cells.add(Cell.number(context.share(indicator.byAmount(Indicator::certified))));
        }
        Count mandatory = violated(indicators, Duty.MANDATORY);
        cells.add(Cell.lines(mandatory));
        cells.add(Cell.yuan(mandatory));
        cells.add(Cell.lines(violated(indicators, Duty.PRIORITY)));
        cells.add(Cell.lines(indicators.total().undetermined()));
        return cells;
    }

    private static Count violated(Indicators indicators, Duty duty) {
        return indicators.where(key -> key.duty() == duty).total().violated();
    }

    static HtmlTable departments(ReportContext context) {
        HtmlTable.Builder table = new HtmlTable.Builder(context, "report.departments.caption")
                .text("report.head.plan")
                .text("report.head.clause")
                .text("report.head.departments")
                .number("report.head.violation-lines")
                .number("report.head.violation-amount");
        for (CityPlan plan : context.data().plans()) {
            Count violated = context.indicators()
                    .where(key ->
                            context.plan(key.regionCode()).filter(plan::equals).isPresent())
                    .total()
                    .violated();
            table.row(
                    Cell.text(context.say("report.plan", plan.name(), plan.document(), plan.issued())),
                    Cell.text(plan.clause()),
                    Cell.text(String.join(context.say("report.comma"), plan.departments())),
                    Cell.lines(violated),
                    Cell.yuan(violated));
        }
        return table.build();
    }

    /** The control totals. */
    public static HtmlTable totals(ReportContext context) {
        ControlTotals totals = context.controlTotals();
        HtmlTable.Builder table = new HtmlTable.Builder(context, "report.totals.caption")
                .text("report.head.total")
                .count();
        row(table, context.say("report.totals.read"), totals.read());
        context.data()
                .counts()
                .setApart()
                .forEach((reason, count) ->
                        row(table, context.say("report.totals.set-apart", context.say("set-apart." + reason)), count));
        for (ControlTotals.ListTotals list : totals.lists()) {
            String title = context.listTitle(list.listId());
            row(table, context.say("report.totals.rejected", title), totals.rejected());
            row(table, context.say("report.totals.outside", title), list.outside());
            row(table, context.say("report.totals.verdicts", title), list.verdicts());
        }
        return table.build();
    }

    /** The totals that do not add up, in words. */
    public static List<String> differences(ReportContext context) {
        return context.controlTotals().differences().stream()
                .map(context.messages()::render)
                .toList();
    }

    private static void row(HtmlTable.Builder table, String label, Count count) {
        table.row(Cell.text(label), Cell.lines(count), Cell.yuan(count));
    }
}
