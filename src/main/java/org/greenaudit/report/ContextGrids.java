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
final class ContextGrids {

    private ContextGrids() {}

    static Grid advisory(Facts facts) {
        Grid.Builder grid = new Grid.Builder(facts.say("report.advisory.caption"))
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
                        Grid.Cell.text(facts.listTitle(listId)),
                        Grid.Cell.number(Figures.lines(indicator.inScope())),
                        Grid.Cell.number(Figures.yuan(indicator.inScope())),
                        Grid.Cell.number(Figures.lines(indicator.certified())),
                        Grid.Cell.number(Figures.yuan(indicator.certified())),
                        Grid.Cell.number(Figures.lines(indicator.violated())),
                        Grid.Cell.number(Figures.lines(indicator.undetermined())));
            }
        }
        return grid.build();
    }

    static Grid departments(Facts facts) {
        Grid.Builder grid = new Grid.Builder(facts.say("report.departments.caption"))
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
                    Grid.Cell.text(facts.say("report.plan", plan.name(), plan.document(), plan.issued())),
                    Grid.Cell.text(plan.clause()),
                    Grid.Cell.text(String.join(facts.say("report.comma"), plan.departments())),
                    Grid.Cell.number(Figures.lines(violated)),
                    Grid.Cell.number(Figures.yuan(violated)));
        }
        return grid.build();
    }

    static Grid totals(Facts facts) {
        ControlTotals totals = facts.controlTotals();
        Grid.Builder grid = new Grid.Builder(facts.say("report.totals.caption"))
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
    static List<String> differences(Facts facts) {
        List<String> found = new ArrayList<>();
        facts.controlTotals()
                .differences()
                .forEach(difference -> found.add(facts.messages().render(difference.text())));
        return found;
    }

    private static void row(Grid.Builder grid, String label, Count count) {
        grid.row(Grid.Cell.text(label), Grid.Cell.number(Figures.lines(count)), Grid.Cell.number(Figures.yuan(count)));
    }
}
