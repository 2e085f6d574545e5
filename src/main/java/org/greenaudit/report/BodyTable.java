package org.greenaudit.report;

import org.greenaudit.assessment.BodyAssessment;
import org.greenaudit.assessment.Count;

/** The columns of {@code bodies.csv}: certificates looked at and their defects, by number (joint liability). */
final class BodyTable {

    /** The last certificate check. */
    static final int DEFECTS = 7;

    private BodyTable() {}

    static ReportTable<BodyAssessment> of(ReportContext context) {
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
}
