package org.greenaudit.decision;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.decision.DecisionDesk.Case;
import org.greenaudit.matching.Classifier;
import org.greenaudit.matching.ListMatch;
import org.greenaudit.message.Trace;
import org.greenaudit.purchase.BuyerType;
import org.greenaudit.purchase.CitationCells;
import org.greenaudit.purchase.Measure;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.purchase.SourceRef;

/** Which listed goods a note names: it is read as the name of a purchase would be. */
final class GoodsNamed {

    /** 经核对实为打印机: what goods are called stands behind. */
    private static final Pattern BEFORE_NAME = Pattern.compile("^[^，。；,;]{0,12}?(?:实为|确为|应为|属于|就是|系|是|为)");

    /** 不是打印机: what goods are not says nothing of what they are. */
    private static final Pattern DENIED = Pattern.compile("不是|不属|非");

    private final Classifier classifier;

    GoodsNamed(Classifier classifier) {
        this.classifier = classifier;
    }

    /**
     * Goods that are another listed item than the one shown.
     *
     * @param goods their items, with their ids
     */
    record Other(String goods) {}

    /** The listed goods that a note about a finding names, where the finding's own item is none of them. */
    Optional<Other> otherThan(Case judged, String note) {
        List<ListMatch.Inside> named = named(judged, note);
        List<ListMatch.Inside> ofItsList = named.stream()
                .filter(match -> match.listId().equals(judged.finding().listId()))
                .toList();
        return other(judged, ofItsList.isEmpty() ? named : ofItsList);
    }

    /** The same where a note tells outright what the goods are, and they are an item of the finding's own list. */
    Optional<Other> toldAs(Case judged, String note) {
        return !BEFORE_NAME.matcher(note).find()
                ? Optional.empty()
                : other(
                        judged,
                        named(judged, note).stream()
                                .filter(match ->
                                        match.listId().equals(judged.finding().listId()))
                                .toList());
    }

    private static Optional<Other> other(Case judged, List<ListMatch.Inside> named) {
        List<ListedItem> items = named.stream()
                .flatMap(match -> match.candidates().stream())
                .map(ListMatch.Candidate::item)
                .distinct()
                .toList();
        return items.isEmpty() || items.stream().anyMatch(item -> item.entryId().equals(judged.entryId()))
                ? Optional.empty()
                : Optional.of(new Other(items.stream()
                        .map(item -> item.entryId() + " " + item.itemName())
                        .collect(Collectors.joining("、"))));
    }

    private List<ListMatch.Inside> named(Case judged, String note) {
        if (note.isBlank() || DENIED.matcher(note).find()) {
            return List.of();
        }
        return classifier.classify(called(judged, note), Trace.NONE).matches().stream()
                .filter(ListMatch.Inside.class::isInstance)
                .map(ListMatch.Inside.class::cast)
                .toList();
    }

    /** A purchase on that day of which nothing but the name is known. */
    private static PurchaseLine called(Case judged, String note) {
        String name = BEFORE_NAME.matcher(note).replaceFirst("");
        return new PurchaseLine(
                new SourceRef(0, "", 0),
                judged.finding().recordId(),
                "",
                judged.contractDate(),
                "",
                "",
                "",
                "",
                BuyerType.UNKNOWN,
                "",
                "",
                "",
                "",
                name.isBlank() ? note : name,
                "",
                "",
                "",
                Measure.UNKNOWN,
                "",
                Measure.UNKNOWN,
                0,
                CitationCells.NONE,
                "",
                "",
                Set.of());
    }
}
