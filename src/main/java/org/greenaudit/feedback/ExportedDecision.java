package org.greenaudit.feedback;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.greenaudit.decision.BuyingUnit;
import org.greenaudit.decision.Decision;
import org.greenaudit.decision.FactKind;
import org.greenaudit.decision.Ruling;

/** A row of an export, which holds a decision as it was made. */
final class ExportedDecision {

    private ExportedDecision() {}

    /** Whether a row is one of an export, and no answer. */
    static boolean isOne(FeedbackRow row) {
        return !row.get(FeedbackColumn.FACTS).isEmpty();
    }

    /** The decision of a row; empty when it lacks columns. */
    static Optional<Decision> of(FeedbackRow row, String list, String kind, LocalDate today) {
        return ruling(row, kind)
                .map(ruling -> new Decision(
                        0,
                        new Decision.Finding(
                                row.get(FeedbackColumn.RECORD),
                                list,
                                row.get(FeedbackColumn.BRAND),
                                row.get(FeedbackColumn.MODEL),
                                new BuyingUnit(
                                        row.get(FeedbackColumn.REGION),
                                        row.get(FeedbackColumn.BUYER_CODE),
                                        row.get(FeedbackColumn.BUYER)),
                                List.of(row.get(FeedbackColumn.FACTS).split(" "))),
                        CellWords.scope(row.get(FeedbackColumn.SCOPE)).orElse(false),
                        ruling,
                        row.get(FeedbackColumn.BY),
                        CellWords.day(row.get(FeedbackColumn.ON)).orElse(today),
                        row.get(FeedbackColumn.NOTE),
                        CellWords.day(row.get(FeedbackColumn.UNTIL)),
                        CellWords.day(row.get(FeedbackColumn.WITHDRAWN_ON))
                                .map(on -> new Decision.Withdrawal(
                                        row.get(FeedbackColumn.WITHDRAWN_BY),
                                        on,
                                        row.get(FeedbackColumn.WITHDRAWN_REASON)))));
    }

    private static Optional<Ruling> ruling(FeedbackRow row, String kind) {
        return switch (kind) {
            case "item" -> Optional.of(new Ruling.Item(row.get(FeedbackColumn.ENTRY)));
            case "not-listed" -> Optional.of(new Ruling.NotListed());
            case "fact" -> {
                String[] fact = row.get(FeedbackColumn.FACT).split("[:：]", 2);
                yield fact.length < 2
                        ? Optional.empty()
                        : FactKind.of(fact[0]).map(known -> new Ruling.Fact(known, fact[1]));
            }
            case "certificate" ->
                Optional.of(new Ruling.Certificate(
                        row.get(FeedbackColumn.CERTIFICATE),
                        CellWords.day(row.get(FeedbackColumn.FROM)),
                        CellWords.day(row.get(FeedbackColumn.TO))));
            case "exemption" -> Optional.of(new Ruling.Exemption(row.get(FeedbackColumn.APPROVAL)));
            case "confirmed" -> Optional.of(new Ruling.Confirmed());
            default -> Optional.of(new Ruling.Dismissed());
        };
    }
}
