package org.greenaudit.report;

import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.LineOutcome;
import org.greenaudit.assessment.Share;

/**
 * What became of the rows.
 *
 * @param lines the outcomes by lines
 * @param amount the outcomes by amount
 * @param grid the numbers behind both
 */
record OutcomeChart(BarChart lines, BarChart amount, HtmlTable grid) {

    static OutcomeChart of(ReportContext facts) {
        Count read = facts.data().counts().read();
        Count encouraged = Count.sum(facts.data().counts().advisory().values());
        HtmlTable.Builder grid = new HtmlTable.Builder(facts.say("report.outcome.caption"))
                .text(facts.say("report.head.outcome"))
                .number(facts.say("report.head.lines"))
                .number(facts.say("report.head.share-lines"))
                .number(facts.say("report.head.amount"))
                .number(facts.say("report.head.share-amount"))
                .number(facts.say("report.head.advisory-lines"))
                .number(facts.say("report.head.advisory-amount"));
        for (LineOutcome outcome : LineOutcome.values()) {
            Count count = count(facts, outcome);
            Count advisory = facts.data().counts().advisory().getOrDefault(outcome, Count.ZERO);
            grid.row(
                    HtmlTable.Cell.styled(facts.say("report.outcome." + outcome.id()), "key " + css(outcome)),
                    HtmlTable.Cell.number(PageNumbers.lines(count)),
                    HtmlTable.Cell.number(PageNumbers.percent(Share.byLines(count, read))),
                    HtmlTable.Cell.number(PageNumbers.yuan(count)),
                    HtmlTable.Cell.number(PageNumbers.percent(Share.byAmount(count, read))),
                    HtmlTable.Cell.number(PageNumbers.lines(advisory)),
                    HtmlTable.Cell.number(PageNumbers.yuan(advisory)));
        }
        grid.row(
                HtmlTable.Cell.styled(facts.say("report.outcome.read"), "total"),
                HtmlTable.Cell.styled(PageNumbers.lines(read), "n total"),
                HtmlTable.Cell.styled(PageNumbers.percent(Share.byLines(read, read)), "n total"),
                HtmlTable.Cell.styled(PageNumbers.yuan(read), "n total"),
                HtmlTable.Cell.styled(PageNumbers.percent(Share.byAmount(read, read)), "n total"),
                HtmlTable.Cell.styled(PageNumbers.lines(encouraged), "n total"),
                HtmlTable.Cell.styled(PageNumbers.yuan(encouraged), "n total"));
        return new OutcomeChart(
                bar(facts, "report.outcome.by-lines", Count::lines),
                bar(facts, "report.outcome.by-amount", Count::amountFen),
                grid.build());
    }

    private static BarChart bar(ReportContext facts, String titleKey, ToLongFunction<Count> measure) {
        List<BarChart.Part> parts = Stream.of(LineOutcome.values())
                .map(outcome -> new BarChart.Part(measure.applyAsLong(count(facts, outcome)), css(outcome)))
                .toList();
        return BarChart.stacked(facts.say(titleKey), parts);
    }

    private static Count count(ReportContext facts, LineOutcome outcome) {
        return facts.data().counts().lines().getOrDefault(outcome, Count.ZERO);
    }

    private static String css(LineOutcome outcome) {
        return outcome.id().replace('_', '-');
    }
}
