package org.greenaudit.feedback;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.greenaudit.catalog.name.ModelKeys;
import org.greenaudit.decision.LineFacts;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.Column;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.Money;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.StoredVerdict;
import org.greenaudit.store.Stores;

/**
 * Compares what a person saw of a line with what the newest run has of it. A row shows most of the facts; the run that the
 * row came from knows them all, as long as its details are kept.
 */
final class SeenFacts {

    /** As reports and spreadsheets write one; another is not compared. */
    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,15}(?:\\.[0-9]{1,2})?");

    private final Stores stores;
    private final RunRecord newest;
    private final Map<String, RunRecord> runs = new HashMap<>();

    SeenFacts(Stores stores, RunRecord newest) {
        this.stores = stores;
        this.newest = newest;
        stores.runs().ofJob(newest.jobName()).forEach(run -> runs.put(run.runId(), run));
    }

    /** What is otherwise now than when the row went out. */
    Optional<Text> changed(FeedbackRow row, StoredVerdict now) {
        return shown(row, now).or(() -> seen(row, now).flatMap(then -> changedSince(row, then, now)));
    }

    /** What cannot be compared, since nobody knows it any more. */
    Optional<Text> unknown(FeedbackRow row, StoredVerdict now) {
        String run = row.get(FeedbackColumn.RUN);
        return run.isEmpty() || seen(row, now).isPresent()
                ? Optional.empty()
                : Optional.of(Text.of("decision.facts-not-kept", run));
    }

    private static Optional<Text> shown(FeedbackRow row, StoredVerdict now) {
        return Stream.of(
                        differs(row, FeedbackColumn.CODE, now.categoryCode()),
                        differs(row, FeedbackColumn.CATEGORY, now.categoryName()),
                        differs(row, FeedbackColumn.ITEM, now.itemName()),
                        differs(row, FeedbackColumn.BRAND, now.brand()),
                        differs(row, FeedbackColumn.MODEL, now.model()),
                        otherAmount(row, Money.yuan(now.amountFen())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Text> differs(FeedbackRow row, FeedbackColumn column, String now) {
        String then = row.get(column);
        return !row.has(column) || key(then).equals(key(now))
                ? Optional.empty()
                : Optional.of(changed(column, then, now));
    }

    private static Optional<Text> otherAmount(FeedbackRow row, BigDecimal now) {
        String then = row.get(FeedbackColumn.AMOUNT);
        boolean other = then.isEmpty()
                ? row.has(FeedbackColumn.AMOUNT)
                : AMOUNT.matcher(then).matches() && new BigDecimal(then).compareTo(now) != 0;
        return other ? Optional.of(changed(FeedbackColumn.AMOUNT, then, now.toPlainString())) : Optional.empty();
    }

    private static Text changed(FeedbackColumn column, String then, String now) {
        return Text.of("decision.refused.changed", column.header(false), quoted(then), quoted(now));
    }

    private static String quoted(String value) {
        return value.isEmpty() ? "@decision.empty" : "“" + value + "”";
    }

    /** Widths, blanks, dashes and the sign that guards a cell against formulas tell nothing. */
    private static String key(String cell) {
        return ModelKeys.normalise(cell.startsWith("'") ? cell.substring(1) : cell);
    }

    /** The finding that the row shows, as its run stored it. */
    private Optional<StoredVerdict> seen(FeedbackRow row, StoredVerdict now) {
        RunRecord run = runs.get(row.get(FeedbackColumn.RUN));
        if (run == null) {
            return Optional.empty();
        }
        return run.id() == newest.id()
                ? Optional.of(now)
                : stores.verdicts().ofRecord(run.id(), now.recordId()).stream()
                        .filter(then -> then.listId().equals(now.listId()))
                        .filter(then -> then.facts().size() == now.facts().size())
                        .findFirst();
    }

    private static Optional<Text> changedSince(FeedbackRow row, StoredVerdict then, StoredVerdict now) {
        List<Text> changed = new ArrayList<>();
        for (int i = 0; i < now.facts().size(); i++) {
            if (!now.facts().get(i).equals(then.facts().get(i))) {
                Column column = LineFacts.COLUMNS.get(i);
                boolean scheme = column == FeedColumn.CATEGORY_CODE
                        && then.categoryCode().equals(now.categoryCode());
                changed.add(Text.of("decision.column." + (scheme ? FeedColumn.CATEGORY_SCHEME : column).header()));
            }
        }
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Text.of("decision.refused.changed-since", row.get(FeedbackColumn.RUN), Text.joined(changed)));
    }
}
