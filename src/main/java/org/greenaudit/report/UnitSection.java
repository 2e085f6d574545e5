package org.greenaudit.report;

import java.util.List;
import java.util.stream.Stream;
import org.greenaudit.assessment.Share;
import org.greenaudit.assessment.UnitAssessment;

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

    static List<Grade> grades(ReportContext facts) {
        List<UnitAssessment> units = facts.data().units();
        Stream<Grade> graded = Stream.of("A", "B", "C", "D")
                .map(grade -> new Grade(
                        grade,
                        PageNumbers.whole(units.stream()
                                .filter(unit ->
                                        unit.grade().filter(grade::equals).isPresent())
                                .count()),
                        "grade-" + grade));
        long ungraded = units.stream().filter(unit -> unit.grade().isEmpty()).count();
        return Stream.concat(
                        graded,
                        Stream.of(new Grade(
                                facts.say("report.units.not-graded"), PageNumbers.whole(ungraded), "grade-none")))
                .toList();
    }

    static HtmlTable worst(ReportContext facts) {
        HtmlTable.Builder grid = new HtmlTable.Builder(facts.say("report.units.caption", WORST))
                .text(facts.say("report.head.grade"))
                .number(facts.say("report.head.score"))
                .text(facts.say("report.head.buyer"))
                .text(facts.say("report.head.region"))
                .number(facts.say("report.head.scope-lines"))
                .number(facts.say("report.head.scope-amount"))
                .number(facts.say("report.head.mandatory-violations"))
                .number(facts.say("report.head.mandatory-amount"))
                .number(facts.say("report.head.priority-share"))
                .number(facts.say("report.head.undetermined-share"))
                .number(facts.say("report.head.repeats"))
                .number(facts.say("report.head.oldest"));
        facts.data().units().stream()
                .filter(unit -> unit.grade().isPresent())
                .limit(WORST)
                .forEach(unit -> grid.row(row(facts, unit)));
        return grid.build();
    }

    private static List<HtmlTable.Cell> row(ReportContext facts, UnitAssessment unit) {
        String grade = unit.grade().orElse("");
        return List.of(
                HtmlTable.Cell.styled(grade, "grade grade-" + grade),
                HtmlTable.Cell.number(CsvValues.plain(unit.score())),
                HtmlTable.Cell.text(unit.buyer().buyerName()),
                HtmlTable.Cell.text(facts.region(unit.buyer().regionCode())),
                HtmlTable.Cell.number(PageNumbers.lines(unit.inScope())),
                HtmlTable.Cell.number(PageNumbers.yuan(unit.inScope())),
                HtmlTable.Cell.number(PageNumbers.lines(unit.mandatoryViolations())),
                HtmlTable.Cell.number(PageNumbers.yuan(unit.mandatoryViolations())),
                HtmlTable.Cell.number(PageNumbers.percent(Share.byAmount(unit.priorityCertified(), unit.priority()))),
                HtmlTable.Cell.number(PageNumbers.percent(Share.byAmount(unit.undetermined(), unit.inScope()))),
                HtmlTable.Cell.number(PageNumbers.whole(unit.repeatViolations())),
                HtmlTable.Cell.number(
                        unit.oldestOpenDays().map(PageNumbers::whole).orElse("—")));
    }
}
