package org.greenaudit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.LineOutcome;
import org.greenaudit.assessment.Numbers;
import org.greenaudit.assessment.Share;
import org.greenaudit.catalog.Duty;
import org.greenaudit.report.data.ReportContext;
import org.greenaudit.report.html.BarChart;
import org.greenaudit.report.html.HtmlTable;
import org.greenaudit.report.html.HtmlTable.Cell;
import org.greenaudit.rules.Outcome;

/**
 * How many rows had which outcome.
 *
 * @param lines the outcomes by lines
 * @param amount the outcomes by amount
 * @param table the numbers behind both
 */
public record OutcomeChart(BarChart lines, BarChart amount, HtmlTable table) {

    /** The outcomes of a run. */
    public static OutcomeChart of(ReportContext context) {
        Count read = context.counts().read();
        Count encouraged = Count.sum(context.counts().advisory().values());
        HtmlTable.Builder table = new HtmlTable.Builder(context, "report.outcome.caption")
                .text("report.head.outcome")
                .number("report.head.lines")
                .number("report.head.share-lines")
                .number("report.head.amount")
                .number("report.head.share-amount")
                .number("report.head.advisory-lines")
                .number("report.head.advisory-amount");
        for (LineOutcome outcome : LineOutcome.values()) {
            Count count = count(context, outcome);
            Count advisory = context.counts().advisory().getOrDefault(outcome, Count.ZERO);
            table.row(
                    Cell.styled(context.say("report.outcome." + outcome.id()), "key " + css(outcome)),
                    Cell.lines(count),
                    Cell.number(context.share(Share.byLines(count, read))),
                    Cell.yuan(count),
                    Cell.number(context.share(Share.byAmount(count, read))),
                    Cell.lines(advisory),
                    Cell.yuan(advisory));
        }
        table.row(
                Cell.styled(context.say("report.outcome.read"), "total"),
                Cell.styled(Numbers.lines(read), "n total"),
                Cell.styled(context.share(Share.byLines(read, read)), "n total"),
                Cell.styled(Numbers.yuan(read), "n total"),
                Cell.styled(context.share(Share.byAmount(read, read)), "n total"),
                Cell.styled(Numbers.lines(encouraged), "n total"),
                Cell.styled(Numbers.yuan(encouraged), "n total"));
        return new OutcomeChart(
                bar(context, "report.outcome.by-lines", Count::lines),
                bar(context, "report.outcome.by-amount", Count::amountFen),
                table.build());
    }

    /** Why lines, verdicts and rows of the files are different numbers; one sentence for each outcome with findings. */
    public static List<String> reconciled(ReportContext context) {
        List<String> sentences = new ArrayList<>();
        for (Outcome outcome : List.of(Outcome.VIOLATION, Outcome.UNDETERMINED)) {
            Count verdicts = context.counts().verdicts(key -> key.outcome() == outcome);
            Count advisory = context.counts().verdicts(key -> key.outcome() == outcome && key.duty() == Duty.ADVISORY);
            if (verdicts.lines() > 0) {
                sentences.add(context.say(
                        "report.outcome.reconciled." + outcome.id(),
                        Numbers.lines(count(context, LineOutcome.valueOf(outcome.name()))),
                        Numbers.lines(verdicts),
                        Numbers.lines(advisory),
                        Numbers.whole(verdicts.lines() - advisory.lines())));
            }
        }
        return sentences;
    }

    private static BarChart bar(ReportContext context, String titleKey, ToLongFunction<Count> measure) {
        List<BarChart.Part> parts = Stream.of(LineOutcome.values())
                .map(outcome -> new BarChart.Part(measure.applyAsLong(count(context, outcome)), css(outcome)))
                .toList();
        return BarChart.stacked(context.say(titleKey), parts);
    }

    private static Count count(ReportContext context, LineOutcome outcome) {
        return context.counts().lines(outcome);
    }

    private static String css(LineOutcome outcome) {
        return outcome.id().replace('_', '-');
    }
}
