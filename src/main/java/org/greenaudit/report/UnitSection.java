package org.greenaudit.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.greenaudit.assessment.Indicator;
import org.greenaudit.assessment.Numbers;
import org.greenaudit.assessment.Share;
import org.greenaudit.assessment.UnitAssessment;
import org.greenaudit.catalog.Duty;
import org.greenaudit.report.HtmlTable.Cell;

/** The assessed units on the page: how many in each grade, and the worst of them. */
final class UnitSection {

    /**
     * How many units have a grade.
     *
     * @param css the class that colours it
     */
    record Grade(String label, String count, String css) {}

    private static final int WORST = 20;

    private UnitSection() {}

    static List<Grade> grades(ReportContext context) {
        List<UnitAssessment> units = context.data().units();
        List<Grade> grades = new ArrayList<>();
        for (String grade : List.of("A", "B", "C", "D", "")) {
            long count = units.stream()
                    .filter(unit -> unit.grade().orElse("").equals(grade))
                    .count();
            String label = grade.isEmpty() ? context.say("report.units.not-graded") : grade;
            grades.add(new Grade(label, Numbers.whole(count), "grade-" + (grade.isEmpty() ? "none" : grade)));
        }
        return grades;
    }

    static HtmlTable worst(ReportContext context) {
        HtmlTable.Builder table = new HtmlTable.Builder(context, "report.units.caption", WORST)
                .text("report.head.grade")
                .number("report.head.score")
                .text("report.head.buyer")
                .text("report.head.region")
                .number("report.head.scope-lines")
                .number("report.head.scope-amount")
                .number("report.head.mandatory-violations")
                .number("report.head.mandatory-amount")
                .number("report.head.priority-share")
                .number("report.head.undetermined-share")
                .number("report.head.repeats")
                .number("report.head.oldest");
        context.data().units().stream()
                .filter(unit -> unit.grade().isPresent())
                .limit(WORST)
                .forEach(unit -> table.row(row(context, unit)));
        return table.build();
    }

    private static List<Cell> row(ReportContext context, UnitAssessment unit) {
        String grade = unit.grade().orElse("");
        return List.of(
                Cell.styled(grade, "grade grade-" + grade),
                Cell.number(unit.score().map(BigDecimal::toPlainString).orElse("")),
                Cell.text(unit.buyer().buyerName()),
                Cell.text(context.region(unit.buyer().regionCode())),
                Cell.lines(unit.inScope()),
                Cell.yuan(unit.inScope()),
                Cell.lines(unit.mandatoryViolations()),
                Cell.yuan(unit.mandatoryViolations()),
                Cell.number(context.share(
                        context.units().of(unit.buyer(), Duty.PRIORITY).byAmount(Indicator::certified))),
                Cell.number(context.share(Share.byAmount(unit.undetermined(), unit.inScope()))),
                Cell.number(unit.repeatViolations()),
                Cell.number(unit.oldestOpenDays().map(Numbers::whole).orElse(Numbers.NONE)));
    }
}
