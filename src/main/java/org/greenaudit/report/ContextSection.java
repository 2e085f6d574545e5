package org.greenaudit.report;

import java.util.ArrayList;
import java.util.List;
import org.greenaudit.assessment.ControlTotals;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.Indicator;
import org.greenaudit.assessment.Indicators;
import org.greenaudit.assessment.TallyKey;
import org.greenaudit.rules.CityPlan;

/** What stands around the findings: advisory buyers, responsible departments, control totals. */
final class ContextSection {

    private ContextSection() {}

    static HtmlTable advisory(ReportContext facts) {
        HtmlTable.Builder grid = new HtmlTable.Builder(facts.say("report.advisory.caption"))
                .text(facts.say("report.head.list"))
                .number(facts.say("report.head.scope-lines"))
                .number(facts.say("report.head.scope-amount"))
                .number(facts.say("report.head.certified-lines"))
                .number(facts.say("report.head.certified-yuan"))
                .number(facts.say("report.head.uncertified-lines"))
                .number(facts.say("report.head.undetermined-lines"));
        var byList = Indicators.advisory(facts.data().counts()).by(TallyKey::listId);
        for (String listId : facts.data().catalog().listIds()) {
            Indicator indicator = byList.getOrDefault(listId, Indicator.EMPTY);
            if (indicator.inScope().lines() > 0) {
                grid.row(
                        HtmlTable.Cell.text(facts.listTitle(listId)),
                        HtmlTable.Cell.number(PageNumbers.lines(indicator.inScope())),
                        HtmlTable.Cell.number(PageNumbers.yuan(indicator.inScope())),
                        HtmlTable.Cell.number(PageNumbers.lines(indicator.certified())),
                        HtmlTable.Cell.number(PageNumbers.yuan(indicator.certified())),
                        HtmlTable.Cell.number(PageNumbers.lines(indicator.violated())),
                        HtmlTable.Cell.number(PageNumbers.lines(indicator.undetermined())));
            }
        }
        return grid.build();
    }

    static HtmlTable departments(ReportContext facts) {
        HtmlTable.Builder grid = new HtmlTable.Builder(facts.say("report.departments.caption"))
                .text(facts.say("report.head.plan"))
                .text(facts.say("report.head.clause"))
                .text(facts.say("report.head.departments"))
                .number(facts.say("report.head.violation-lines"))
                .number(facts.say("report.head.violation-amount"));
        for (CityPlan plan : facts.data().plans()) {
            Count violated = Indicators.of(facts.data().counts())
                    .where(key ->
                            facts.plan(key.regionCode()).filter(plan::equals).isPresent())
                    .total()
                    .violated();
            grid.row(
                    HtmlTable.Cell.text(facts.say("report.plan", plan.name(), plan.document(), plan.issued())),
                    HtmlTable.Cell.text(plan.clause()),
                    HtmlTable.Cell.text(String.join(facts.say("report.comma"), plan.departments())),
                    HtmlTable.Cell.number(PageNumbers.lines(violated)),
                    HtmlTable.Cell.number(PageNumbers.yuan(violated)));
        }
        return grid.build();
    }

    static HtmlTable totals(ReportContext facts) {
        ControlTotals totals = facts.controlTotals();
        HtmlTable.Builder grid = new HtmlTable.Builder(facts.say("report.totals.caption"))
                .text(facts.say("report.head.total"))
                .number(facts.say("report.head.lines"))
                .number(facts.say("report.head.amount"));
        row(grid, facts.say("report.totals.read"), totals.read());
        for (ControlTotals.ListTotals list : totals.lists()) {
            String title = facts.listTitle(list.listId());
            row(grid, facts.say("report.totals.rejected", title), totals.rejected());
            row(grid, facts.say("report.totals.outside", title), list.outside());
            row(grid, facts.say("report.totals.verdicts", title), list.verdicts());
        }
        return grid.build();
    }

    /** The totals that do not add up, in words. */
    static List<String> differences(ReportContext facts) {
        List<String> found = new ArrayList<>();
        facts.controlTotals()
                .differences()
                .forEach(difference -> found.add(facts.messages().render(difference.text())));
        return found;
    }

    private static void row(HtmlTable.Builder grid, String label, Count count) {
        grid.row(
                HtmlTable.Cell.text(label),
                HtmlTable.Cell.number(PageNumbers.lines(count)),
                HtmlTable.Cell.number(PageNumbers.yuan(count)));
    }
}
