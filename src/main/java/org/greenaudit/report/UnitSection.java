package org.greenaudit.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greenaudit.assessment.Indicator;
import org.greenaudit.assessment.Numbers;
import org.greenaudit.assessment.Share;
import org.greenaudit.assessment.UnitAssessment;
import org.greenaudit.catalog.Duty;
import org.greenaudit.report.data.ReportContext;
import org.greenaudit.report.html.HtmlTable;
import org.greenaudit.report.html.HtmlTable.Cell;
import org.greenaudit.report.html.PageLinks;

/** The assessed units on the page: how many in each grade, and the worst of them. */
public final class UnitSection {

    /**
     * How many units have a grade.
     *
     * @param css the class that colours it
     */
    public record Grade(String label, String count, String css) {}

    private static final int WORST = 20;

    private final ReportContext context;
    private final PageLinks links;
    private final Map<String, Long> grades = new HashMap<>();
    private final List<UnitAssessment> worst = new ArrayList<>(WORST);

    /** Goes over the units of a report once. */
    public UnitSection(ReportContext context, PageLinks links) throws IOException {
        this.context = context;
        this.links = links;
        context.data().units(unit -> {
            grades.merge(unit.grade().orElse(""), 1L, Long::sum);
            if (unit.grade().isPresent() && worst.size() < WORST) {
                worst.add(unit);
            }
        });
    }

    /** How many units have each grade. */
    public List<Grade> grades() {
        List<Grade> all = new ArrayList<>();
        for (String grade : List.of("A", "B", "C", "D", "")) {
            String label = grade.isEmpty() ? context.say("report.units.not-graded") : grade;
            all.add(new Grade(
                    label,
                    Numbers.whole(grades.getOrDefault(grade, 0L)),
                    "grade-" + (grade.isEmpty() ? "none" : grade)));
        }
        return all;
    }

    /** The worst. */
    public HtmlTable worst() {
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
        worst.forEach(unit -> table.row(row(unit)));
        return table.build();
    }

    private List<Cell> row(UnitAssessment unit) {
        String grade = unit.grade().orElse("");
        return List.of(
                Cell.styled(grade, "grade grade-" + grade),
                Cell.number(unit.score().map(BigDecimal::toPlainString).orElse("")),
                Cell.link(unit.buyer().buyerName(), links.unit(unit.buyer())),
                Cell.text(context.region(unit.buyer().regionCode())),
                Cell.lines(unit.inScope()),
                Cell.yuan(unit.inScope()),
                Cell.lines(unit.duty(Duty.MANDATORY).violated()),
                Cell.yuan(unit.duty(Duty.MANDATORY).violated()),
                Cell.number(context.share(unit.duty(Duty.PRIORITY).byAmount(Indicator::certified))),
                Cell.number(context.share(Share.byAmount(unit.undetermined(), unit.inScope()))),
                Cell.number(unit.repeatViolations()),
                Cell.number(unit.oldestOpenDays().map(Numbers::whole).orElse(Numbers.NONE)));
    }
}
