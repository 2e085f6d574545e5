package org.greenaudit.report;

import java.util.List;
import org.greenaudit.assessment.AssessmentPolicy;
import org.greenaudit.report.data.ReportContext;

/** How a unit's score and grade come about, with the numbers of the job. */
public final class ScoreFormula {

    private ScoreFormula() {}

    /** The formula and its numbers, a sentence each. */
    public static List<String> of(ReportContext context) {
        AssessmentPolicy policy = context.data().policy();
        return List.of(
                context.say(
                        "report.formula.score",
                        policy.mandatoryWeight().toPlainString(),
                        policy.priorityWeight().toPlainString(),
                        policy.undeterminedWeight().toPlainString()),
                context.say("report.formula.target", policy.target().toPlainString()),
                context.say(
                        "report.formula.grades",
                        policy.gradeA().toPlainString(),
                        policy.gradeB().toPlainString(),
                        policy.gradeC().toPlainString()),
                context.say("report.formula.minimum", policy.minimumLines()),
                context.say("report.formula.shares"));
    }
}
