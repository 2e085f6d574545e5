package org.greenaudit.report;

import java.util.ArrayList;
import java.util.List;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.Indicator;
import org.greenaudit.assessment.Indicators;
import org.greenaudit.assessment.LineOutcome;
import org.greenaudit.catalog.Duty;

/** The few numbers that a reader looks for first. */
final class KeyFigures {

    /**
     * A number with its label.
     *
     * @param value the number
     * @param detail its amount or what it is compared with
     */
    record Figure(String label, String value, String detail) {}

    private KeyFigures() {}

    static List<Figure> of(ReportContext facts) {
        Indicators all = Indicators.of(facts.data().counts());
        List<Figure> figures = new ArrayList<>();
        figures.add(count(facts, "mandatory", violated(all, Duty.MANDATORY)));
        figures.add(count(facts, "priority", violated(all, Duty.PRIORITY)));
        figures.add(count(facts, "undetermined", all.total().undetermined()));
        figures.add(
                count(facts, "rejected", facts.data().counts().lines().getOrDefault(LineOutcome.REJECTED, Count.ZERO)));
        facts.data()
                .changes()
                .ifPresentOrElse(
                        changes -> {
                            String detail = facts.say("report.key.compared", changes.previousRunId());
                            figures.add(new Figure(
                                    facts.say("report.key.new"), PageNumbers.whole(changes.added()), detail));
                            figures.add(new Figure(
                                    facts.say("report.key.resolved"), PageNumbers.whole(changes.resolved()), detail));
                        },
                        () -> figures.add(
                                new Figure(facts.say("report.key.new"), "—", facts.say("report.key.first-run"))));
        return figures;
    }

    private static Count violated(Indicators all, Duty duty) {
        Indicator total = all.where(key -> key.duty() == duty).total();
        return total.violated();
    }

    private static Figure count(ReportContext facts, String name, Count count) {
        return new Figure(
                facts.say("report.key." + name),
                PageNumbers.lines(count),
                facts.say("report.figure.yuan", PageNumbers.yuan(count)));
    }
}
