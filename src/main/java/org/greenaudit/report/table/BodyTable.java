package org.greenaudit.report.table;

import java.util.ArrayList;
import java.util.List;
import org.greenaudit.assessment.BodyAssessment;
import org.greenaudit.assessment.Count;
import org.greenaudit.report.data.ReportContext;
import org.greenaudit.report.html.HtmlTable;
import org.greenaudit.report.html.HtmlTable.Cell;

/** The columns of {@code bodies.csv}: certificates looked at and their defects, by number (joint liability). */
public final class BodyTable {

    /** The last certificate check. */
    public static final int DEFECTS = 7;

    /** The first check that looks at a certificate; check 1 only asks whether there is one. */
    private static final int FIRST_DEFECT = 2;

    private BodyTable() {}

    /** The table in the language of the context. */
    public static ReportTable<BodyAssessment> of(ReportContext context) {
        ReportTable.Builder<BodyAssessment> table = new ReportTable.Builder<BodyAssessment>(context.messages())
                .run(context.data())
                .text("body", BodyAssessment::body)
                .choice("list", BodyAssessment::listId, context::listWord)
                .count("certificates", BodyAssessment::certificates);
        for (int defect = 1; defect <= DEFECTS; defect++) {
            int number = defect;
            table.count(
                    "defect_" + number,
                    context.say("report.column.defect", number, "@report.defect." + number),
                    body -> body.defects().getOrDefault(number, Count.ZERO));
        }
        return table.build();
    }

    /** The bodies on a report's page (joint liability), the first of them where they are many. */
    public static HtmlTable onPage(ReportContext context) {
        return filled(context).limited("bodies.csv");
    }

    /** All bodies. */
    public static HtmlTable whole(ReportContext context) {
        return filled(context).build();
    }

    private static HtmlTable.Builder filled(ReportContext context) {
        HtmlTable.Builder table = new HtmlTable.Builder(context, "report.bodies.caption")
                .text("report.head.body")
                .text("report.head.list")
                .number("report.head.certificates")
                .number("report.head.amount");
        for (int defect = FIRST_DEFECT; defect <= DEFECTS; defect++) {
            table.number("report.defect." + defect);
        }
        table.number("report.head.defect-amount");
        context.data().bodies().forEach(body -> table.row(row(context, body)));
        return table;
    }

    private static List<Cell> row(ReportContext context, BodyAssessment body) {
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.text(body.body().isEmpty() ? context.say("report.bodies.unknown") : body.body()),
                Cell.text(context.listTitle(body.listId())),
                Cell.lines(body.certificates()),
                Cell.yuan(body.certificates())));
        for (int defect = FIRST_DEFECT; defect <= DEFECTS; defect++) {
            cells.add(Cell.lines(body.defects().getOrDefault(defect, Count.ZERO)));
        }
        cells.add(Cell.yuan(Count.sum(body.defects().values())));
        return cells;
    }
}
