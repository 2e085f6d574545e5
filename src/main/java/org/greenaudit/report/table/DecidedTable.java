package org.greenaudit.report.table;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.RunCounts;
import org.greenaudit.purchase.Money;
import org.greenaudit.purchase.SourceRef;
import org.greenaudit.report.data.ReportContext;
import org.greenaudit.report.data.RunData.Decided;
import org.greenaudit.report.html.HtmlTable;
import org.greenaudit.report.html.HtmlTable.Cell;

/** What people's decisions did to the lines of a run: {@code decided.csv}, and its sum on the page. */
public final class DecidedTable {

    /** The file; there is none where no decision names a line. */
    public static final String NAME = "decided.csv";

    private DecidedTable() {}

    /** The table in the language of the context. */
    public static ReportTable<Decided> of(ReportContext context) {
        return new ReportTable.Builder<Decided>(context.messages())
                .run(context.data())
                .number("decision_id", row -> row.decision().id())
                .choice(
                        "decision_state",
                        row -> row.use().use().state().id(),
                        state -> context.say("decision.state." + state))
                .choice(
                        "decision_kind",
                        row -> row.decision().ruling().kind(),
                        kind -> context.say("decision.kind." + kind))
                .text("decision", row -> context.messages()
                        .render(row.decision().ruling().text()))
                .choice(
                        "decision_scope",
                        row -> row.decision().product() ? "product" : "record",
                        scope -> context.say("decision.scope." + scope))
                .text("record_id", row -> row.use().recordId())
                .text("source", row -> row.use().ref().source())
                .number("line", row -> row.use().ref().line())
                .text("region_code", row -> row.use().regionCode())
                .choice("list", row -> row.use().use().listId(), context::listWord)
                .choice("outcome_without", row -> row.use().use().without(), outcome -> outcome(context, outcome))
                .choice("outcome_with", row -> row.use().use().with(), outcome -> outcome(context, outcome))
                .yuan("amount", row -> Money.yuan(row.use().amountFen()))
                .text("decided_by", row -> row.decision().by())
                .date("decided_on", row -> row.decision().on())
                .text("decision_reason", row -> row.decision().reason())
                .text("changed_facts", row -> row.use().use().changed().stream()
                        .map(context::columnWord)
                        .collect(Collectors.joining(" ")))
                .build();
    }

    private static String outcome(ReportContext context, String outcome) {
        return context.say("decision.outcome." + outcome);
    }

    private record Key(String by, String kind, String state) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int first = by.compareTo(other.by);
            int second = first != 0 ? first : kind.compareTo(other.kind);
            return second != 0 ? second : state.compareTo(other.state);
        }
    }

    /** By whom, what, how many lines and how much, a line once under however many lists; what no longer applies apart. */
    public static HtmlTable onPage(ReportContext context) {
        SortedMap<Key, Count> counts = new TreeMap<>();
        Set<Map.Entry<Key, SourceRef>> counted = new HashSet<>();
        for (Decided row : context.data().decided()) {
            Key key = new Key(
                    row.decision().by(),
                    row.decision().ruling().kind(),
                    row.use().use().state().id());
            if (counted.add(Map.entry(key, row.use().ref()))) {
                RunCounts.plus(counts, key, new Count(1, row.use().amountFen()));
            }
        }
        HtmlTable.Builder table = new HtmlTable.Builder(context, "report.decided.caption")
                .text("report.head.decided-by")
                .text("report.head.decision")
                .text("report.head.decision-state")
                .count();
        for (Map.Entry<Key, Count> each : counts.entrySet()) {
            table.row(
                    Cell.text(each.getKey().by()),
                    Cell.text(context.say("decision.kind." + each.getKey().kind())),
                    Cell.text(context.say("decision.state." + each.getKey().state())),
                    Cell.lines(each.getValue()),
                    Cell.yuan(each.getValue()));
        }
        return table.build();
    }
}
