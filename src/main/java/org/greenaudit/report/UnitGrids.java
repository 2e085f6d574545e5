package org.greenaudit.report;

import java.util.List;
import java.util.stream.Stream;
import org.greenaudit.assessment.Share;
import org.greenaudit.assessment.UnitAssessment;

/** The assessed units on the page: how many in each grade, and the worst of them. */
final class UnitGrids {

    /**
     * How many units have a grade.
     *
     * @param css the class that colours it
     */
    record Grade(String label, String count, String css) {}

    private static final int WORST = 20;

    private UnitGrids() {}

    static List<Grade> grades(Facts facts) {
        List<UnitAssessment> units = facts.data().units();
        Stream<Grade> graded = Stream.of("A", "B", "C", "D")
                .map(grade -> new Grade(
                        grade,
                        Figures.whole(units.stream()
                                .filter(unit ->
                                        unit.grade().filter(grade::equals).isPresent())
                                .count()),
                        "grade-" + grade));
        long ungraded = units.stream().filter(unit -> unit.grade().isEmpty()).count();
        return Stream.concat(
                        graded,
                        Stream.of(
                                new Grade(facts.say("report.units.not-graded"), Figures.whole(ungraded), "grade-none")))
                .toList();
    }

    static Grid worst(Facts facts) {
        Grid.Builder grid = new Grid.Builder(facts.say("report.units.caption", WORST))
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

    private static List<Grid.Cell> row(Facts facts, UnitAssessment unit) {
        String grade = unit.grade().orElse("");
        return List.of(
                Grid.Cell.styled(grade, "grade grade-" + grade),
                Grid.Cell.number(Cells.plain(unit.score())),
                Grid.Cell.text(unit.buyer().buyerName()),
                Grid.Cell.text(facts.region(unit.buyer().regionCode())),
                Grid.Cell.number(Figures.lines(unit.inScope())),
                Grid.Cell.number(Figures.yuan(unit.inScope())),
                Grid.Cell.number(Figures.lines(unit.mandatoryViolations())),
                Grid.Cell.number(Figures.yuan(unit.mandatoryViolations())),
                Grid.Cell.number(Figures.percent(Share.byAmount(unit.priorityCertified(), unit.priority()))),
                Grid.Cell.number(Figures.percent(Share.byAmount(unit.undetermined(), unit.inScope()))),
                Grid.Cell.number(Figures.whole(unit.repeatViolations())),
                Grid.Cell.number(unit.oldestOpenDays().map(Figures::whole).orElse("—")));
    }
}
