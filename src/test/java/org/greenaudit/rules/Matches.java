package org.greenaudit.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.matching.Classification;
import org.greenaudit.matching.ListMatch;
import org.greenaudit.matching.ListMatch.Candidate;
import org.greenaudit.matching.ListMatch.CodeContradiction;
import org.greenaudit.matching.MatchBasis;
import org.greenaudit.matching.Question;
import org.greenaudit.message.Text;
import org.greenaudit.message.Trace;
import org.greenaudit.testing.PurchaseLines;

/** Classifications by hand, and the judge's answer to them. */
public final class Matches {

    private Matches() {}

    /** Certainly this item of the energy list. */
    public static ListMatch.Inside certain(ListedItem item) {
        return new ListMatch.Inside(
                list(item),
                List.of(new Candidate(item, MatchBasis.CODE_AND_NAME)),
                false,
                List.of(),
                CodeContradiction.NONE,
                List.of());
    }

    /** One of these items, in doubt. */
    public static ListMatch.Inside oneOf(Question question, boolean mayBeOutside, ListedItem... items) {
        List<Candidate> candidates = Arrays.stream(items)
                .map(item -> new Candidate(item, MatchBasis.POSSIBLE))
                .toList();
        ListMatch.Doubt doubt = new ListMatch.Doubt(question, Text.of("question." + question.id()));
        return new ListMatch.Inside(
                list(items[0]), candidates, mayBeOutside, List.of(doubt), CodeContradiction.NONE, List.of());
    }

    /** An item by its name, against the code. */
    public static ListMatch.Inside against(CodeContradiction code, ListedItem item) {
        return new ListMatch.Inside(
                list(item), List.of(new Candidate(item, MatchBasis.NAME)), false, List.of(), code, List.of());
    }

    public static Verdict verdict(Judge judge, PurchaseLines line, ListMatch match) {
        List<Verdict> verdicts =
                judge.judge(line.build(), new Classification(Optional.empty(), List.of(match)), Trace.NONE);
        return verdicts.get(0);
    }

    private static ProductList list(ListedItem item) {
        return item.listId().equals(CaseFacts.ENERGY.id()) ? CaseFacts.ENERGY : CaseFacts.ECO;
    }
}
