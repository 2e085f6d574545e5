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
record OutcomeChart(Bar lines, Bar amount, Grid grid) {

    static OutcomeChart of(Facts facts) {
        Count read = facts.data().counts().read();
        Count encouraged = Count.sum(facts.data().counts().advisory().values());
        Grid.Builder grid = new Grid.Builder(facts.say("report.outcome.caption"))
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
                    Grid.Cell.styled(facts.say("report.outcome." + outcome.id()), "key " + css(outcome)),
                    Grid.Cell.number(Figures.lines(count)),
                    Grid.Cell.number(Figures.percent(Share.byLines(count, read))),
                    Grid.Cell.number(Figures.yuan(count)),
                    Grid.Cell.number(Figures.percent(Share.byAmount(count, read))),
                    Grid.Cell.number(Figures.lines(advisory)),
                    Grid.Cell.number(Figures.yuan(advisory)));
        }
        grid.row(
                Grid.Cell.styled(facts.say("report.outcome.read"), "total"),
                Grid.Cell.styled(Figures.lines(read), "n total"),
                Grid.Cell.styled(Figures.percent(Share.byLines(read, read)), "n total"),
                Grid.Cell.styled(Figures.yuan(read), "n total"),
                Grid.Cell.styled(Figures.percent(Share.byAmount(read, read)), "n total"),
                Grid.Cell.styled(Figures.lines(encouraged), "n total"),
                Grid.Cell.styled(Figures.yuan(encouraged), "n total"));
        return new OutcomeChart(
                bar(facts, "report.outcome.by-lines", Count::lines),
                bar(facts, "report.outcome.by-amount", Count::amountFen),
                grid.build());
    }

    private static Bar bar(Facts facts, String titleKey, ToLongFunction<Count> measure) {
        List<Bar.Part> parts = Stream.of(LineOutcome.values())
                .map(outcome -> new Bar.Part(measure.applyAsLong(count(facts, outcome)), css(outcome)))
                .toList();
        return Bar.stacked(facts.say(titleKey), parts);
    }

    private static Count count(Facts facts, LineOutcome outcome) {
        return facts.data().counts().lines().getOrDefault(outcome, Count.ZERO);
    }

    private static String css(LineOutcome outcome) {
        return outcome.id().replace('_', '-');
    }
}
