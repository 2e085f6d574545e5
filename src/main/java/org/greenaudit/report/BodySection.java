package org.greenaudit.report;

import java.util.ArrayList;
import java.util.List;
import org.greenaudit.assessment.BodyAssessment;
import org.greenaudit.assessment.Count;

/** The certification bodies on the page (joint liability). */
final class BodySection {

    /** The first check that looks at a certificate; the one before asks whether there is any. */
    private static final int FIRST_DEFECT = 2;

    private BodySection() {}

    static HtmlTable of(ReportContext facts) {
        HtmlTable.Builder grid = new HtmlTable.Builder(facts.say("report.bodies.caption"))
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

    private static List<HtmlTable.Cell> row(ReportContext facts, BodyAssessment body) {
        List<HtmlTable.Cell> cells = new ArrayList<>(List.of(
                HtmlTable.Cell.text(body.body().isEmpty() ? facts.say("report.bodies.unknown") : body.body()),
                HtmlTable.Cell.text(facts.listTitle(body.listId())),
                HtmlTable.Cell.number(PageNumbers.lines(body.certificates())),
                HtmlTable.Cell.number(PageNumbers.yuan(body.certificates()))));
        for (int defect = FIRST_DEFECT; defect <= BodyTable.DEFECTS; defect++) {
            cells.add(HtmlTable.Cell.number(PageNumbers.lines(body.defects().getOrDefault(defect, Count.ZERO))));
        }
        cells.add(
                HtmlTable.Cell.number(PageNumbers.yuan(Count.sum(body.defects().values()))));
        return cells;
    }
}
