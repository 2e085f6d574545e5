package org.greenaudit.report;

import java.util.ArrayList;
import java.util.List;
import org.greenaudit.assessment.BodyAssessment;
import org.greenaudit.assessment.Count;

/** The certification bodies on the page (joint liability). */
final class BodyGrid {

    /** The first check that looks at a certificate; the one before asks whether there is any. */
    private static final int FIRST_DEFECT = 2;

    private BodyGrid() {}

    static Grid of(Facts facts) {
        Grid.Builder grid = new Grid.Builder(facts.say("report.bodies.caption"))
                .text(facts.say("report.head.body"))
                .text(facts.say("report.head.list"))
                .number(facts.say("report.head.certificates"))
                .number(facts.say("report.head.amount"));
        for (int defect = FIRST_DEFECT; defect <= BodyTable.DEFECTS; defect++) {
            grid.number(facts.say("report.defect." + defect));
        }
        grid.number(facts.say("report.head.defect-amount"));
        facts.data().bodies().forEach(body -> grid.row(row(facts, body)));
        return grid.limited(facts, "bodies.csv");
    }

    private static List<Grid.Cell> row(Facts facts, BodyAssessment body) {
        List<Grid.Cell> cells = new ArrayList<>(List.of(
                Grid.Cell.text(body.body().isEmpty() ? facts.say("report.bodies.unknown") : body.body()),
                Grid.Cell.text(facts.listTitle(body.listId())),
                Grid.Cell.number(Figures.lines(body.certificates())),
                Grid.Cell.number(Figures.yuan(body.certificates()))));
        for (int defect = FIRST_DEFECT; defect <= BodyTable.DEFECTS; defect++) {
            cells.add(Grid.Cell.number(Figures.lines(body.defects().getOrDefault(defect, Count.ZERO))));
        }
        cells.add(Grid.Cell.number(Figures.yuan(Count.sum(body.defects().values()))));
        return cells;
    }
}
