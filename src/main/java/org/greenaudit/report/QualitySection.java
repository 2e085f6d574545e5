package org.greenaudit.report;

import java.util.Map;
import java.util.TreeMap;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.Indicators;
import org.greenaudit.assessment.RunCounts;

/** What a human must answer, and what was odd in the data. */
final class QualitySection {

    private QualitySection() {}

    static HtmlTable questions(ReportContext facts) {
        HtmlTable.Builder grid = new HtmlTable.Builder(facts.say("report.questions.caption"))
                .text(facts.say("report.head.question"))
                .number(facts.say("report.head.lines"))
                .number(facts.say("report.head.amount"))
                .text(facts.say("report.head.to-do"));
        Indicators.of(facts.data().counts())
                .undeterminedByQuestion()
                .forEach((question, count) -> grid.row(
                        HtmlTable.Cell.text(facts.say("report.question." + question)),
                        HtmlTable.Cell.number(PageNumbers.lines(count)),
                        HtmlTable.Cell.number(PageNumbers.yuan(count)),
                        HtmlTable.Cell.text(facts.say("report.question." + question + ".do"))));
        return grid.build();
    }

    static HtmlTable rejected(ReportContext facts) {
        return reasons(
                facts,
                "report.rejected.caption",
                "reject.",
                facts.data().counts().rejected());
    }

    static HtmlTable warnings(ReportContext facts) {
        return reasons(
                facts,
                "report.warnings.caption",
                "warning.",
                facts.data().counts().warnings());
    }

    static HtmlTable outside(ReportContext facts) {
        HtmlTable.Builder grid = new HtmlTable.Builder(facts.say("report.outside.caption"))
                .text(facts.say("report.head.list"))
                .text(facts.say("report.head.reason"))
                .number(facts.say("report.head.lines"))
                .number(facts.say("report.head.amount"));
        for (String listId : facts.data().catalog().listIds()) {
            Map<String, Count> byReason = new TreeMap<>();
            facts.data().counts().outside().forEach((key, count) -> {
                if (key.listId().equals(listId)) {
                    RunCounts.plus(byReason, key.reason(), count);
                }
            });
            byReason.forEach((reason, count) -> grid.row(
                    HtmlTable.Cell.text(facts.listTitle(listId)),
                    HtmlTable.Cell.text(facts.say("not-listed." + reason)),
                    HtmlTable.Cell.number(PageNumbers.lines(count)),
                    HtmlTable.Cell.number(PageNumbers.yuan(count))));
        }
        return grid.build();
    }

    private static HtmlTable reasons(ReportContext facts, String caption, String prefix, Map<String, Count> counts) {
        HtmlTable.Builder grid = new HtmlTable.Builder(facts.say(caption))
                .text(facts.say("report.head.reason"))
                .number(facts.say("report.head.lines"))
                .number(facts.say("report.head.amount"));
        new TreeMap<>(counts)
                .forEach((id, count) -> grid.row(
                        HtmlTable.Cell.text(facts.say(prefix + id)),
                        HtmlTable.Cell.number(PageNumbers.lines(count)),
                        HtmlTable.Cell.number(PageNumbers.yuan(count))));
        return grid.build();
    }
}
