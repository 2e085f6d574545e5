package org.greenaudit.report;

import java.util.ArrayList;
import java.util.List;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.Indicator;
import org.greenaudit.assessment.Indicators;
import org.greenaudit.assessment.LineOutcome;
import org.greenaudit.assessment.Numbers;
import org.greenaudit.catalog.Duty;
import org.greenaudit.report.data.ReportContext;
import org.greenaudit.report.html.PageLinks;

/** The few numbers that a reader looks for first. */
public final class KeyFigures {

    /**
     * A number with its label.
     *
     * @param value the number
     * @param detail its amount or what it is compared with
     * @param href where its rows are; empty for none
     */
    public record Figure(String label, String value, String detail, String href) {}

    private KeyFigures() {}

    /** The figures of a run. */
    public static List<Figure> of(ReportContext context, PageLinks links) {
        Indicators all = context.indicators();
        List<Figure> figures = new ArrayList<>();
        figures.add(
                count(context, "mandatory", violated(all, Duty.MANDATORY), links.violationsOf(Duty.MANDATORY.id())));
        figures.add(count(context, "priority", violated(all, Duty.PRIORITY), links.violationsOf(Duty.PRIORITY.id())));
        figures.add(count(context, "undetermined", all.total().undetermined(), links.questions("")));
        figures.add(count(context, "rejected", context.counts().lines(LineOutcome.REJECTED), links.rejected()));
        context.data()
                .changes()
                .ifPresentOrElse(
                        changes -> {
                            String detail = context.say("report.key.compared", changes.previousRunId());
                            figures.add(new Figure(
                                    context.say("report.key.new"),
                                    Numbers.whole(changes.added()),
                                    detail,
                                    links.newViolations()));
                            figures.add(new Figure(
                                    context.say("report.key.resolved"), Numbers.whole(changes.resolved()), detail, ""));
                        },
                        () -> figures.add(new Figure(
                                context.say("report.key.new"), Numbers.NONE, context.say("report.key.first-run"), "")));
        return figures;
    }

    private static Count violated(Indicators all, Duty duty) {
        Indicator total = all.where(key -> key.duty() == duty).total();
        return total.violated();
    }

    private static Figure count(ReportContext context, String name, Count count, String href) {
        return new Figure(
                context.say("report.key." + name),
                Numbers.lines(count),
                context.say("report.figure.yuan", Numbers.yuan(count)),
                href);
    }
}
