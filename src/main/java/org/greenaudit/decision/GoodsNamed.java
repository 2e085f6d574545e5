package org.greenaudit.decision;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
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

    /** 经核对实为打印机: what goods are called stands behind. 系统, 因为 and 是否 call nothing. */
    private static final Pattern BEFORE_NAME =
            Pattern.compile("^[^，。；,;]{0,12}?(?:实为|确为|应为|确属|确系|属于|就是|(?<!关|联)系(?!统|列|数)"
                    + "|(?<!可|但|只|还|总|凡|若)是(?!否)|(?<!因|作|认|成|行|以|较|极|更|分|改)为(?!了|何|主|止))");

    /** 不是打印机: what the goods are not stands behind, up to what they are instead. */
    private static final Pattern NOT_THIS = Pattern.compile("^[^，。；,;]{0,6}?(?:不是|不属于|并非)([^，。；,;而是]+)$");

    /** 不是打印机: what goods are not says nothing of what they are. */
    private static final Pattern DENIED = Pattern.compile("不是|不属|非");

    private final Classifier classifier;

    GoodsNamed(Classifier classifier) {
        this.classifier = classifier;
    }

    /**
     * Goods of the lists.
     *
     * @param goods their items, with their ids
     */
    record Listed(String goods) {}

    /** The listed goods that a note about a finding names, where the finding's own item is none of them. */
    Optional<Listed> otherThan(Case judged, String note) {
        List<ListMatch.Inside> named = named(judged, note);
        List<ListMatch.Inside> ofItsList = ofItsList(judged, named);
        List<ListedItem> items = items(ofItsList.isEmpty() ? named : ofItsList);
        return isAmong(items, judged) ? Optional.empty() : listed(items);
    }

    /** The goods that a note tells outright, where they are surely an item of the finding's own list. */
    Optional<Listed> toldAs(Case judged, String note) {
        return !BEFORE_NAME.matcher(note).find()
                ? Optional.empty()
                : listed(items(ofItsList(judged, named(judged, note)).stream()
                        .filter(match -> !match.mayBeOutside())
                        .toList()));
    }

    /** Whether a note says that the goods are not the finding's own item. */
    boolean denies(Case judged, String note) {
        Matcher denied = NOT_THIS.matcher(note);
        return denied.find() && isAmong(items(ofItsList(judged, named(judged, denied.group(1)))), judged);
    }

    /** Whether a fact makes other goods of the finding's, as far as code and names tell them. */
    boolean areOthersBy(Case judged, Ruling.Fact fact) {
        DecisionDesk.Goods goods = judged.goods();
        PurchaseLine line =
                purchase(judged, goods.categoryCode(), goods.categoryName(), goods.categoryScheme(), goods.itemName());
        return !classifier
                .classify(line, Trace.NONE)
                .equals(classifier.classify(fact.fact().told(line, fact.value()), Trace.NONE));
    }

    private static List<ListMatch.Inside> ofItsList(Case judged, List<ListMatch.Inside> named) {
        return named.stream()
                .filter(match -> match.listId().equals(judged.finding().listId()))
                .toList();
    }

    private static List<ListedItem> items(List<ListMatch.Inside> named) {
        return named.stream()
                .flatMap(match -> match.candidates().stream())
                .map(ListMatch.Candidate::item)
                .distinct()
                .toList();
    }

    private static boolean isAmong(List<ListedItem> items, Case judged) {
        return items.stream().anyMatch(item -> item.entryId().equals(judged.entryId()));
    }

    private static Optional<Listed> listed(List<ListedItem> items) {
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(new Listed(items.stream()
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
        return purchase(judged, "", "", "", name.isBlank() ? note : name);
    }

    private static PurchaseLine purchase(
            Case judged, String categoryCode, String categoryName, String categoryScheme, String itemName) {
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
                categoryCode,
                categoryName,
                categoryScheme,
                itemName,
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
