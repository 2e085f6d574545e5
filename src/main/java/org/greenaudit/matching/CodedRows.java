package org.greenaudit.matching;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.catalog.ProductKinds;
import org.greenaudit.matching.CandidateFinder.Evidence;
import org.greenaudit.matching.ListIndex.Relation;
import org.greenaudit.matching.phrase.KnownKinds;

/**
 * The rows of one list that a line's code names, is above or is below, and what else of the line speaks for them.
 *
 * @param related the rows by what the code is to them; none where the code is missing or tells nothing
 * @param evidence what is known of the line
 * @param kinds how kinds nest
 */
record CodedRows(Map<ListedItem, Relation> related, Evidence evidence, ProductKinds kinds) {

    /** The rows of a list. */
    static CodedRows of(ListIndex list, Evidence evidence, ProductKinds kinds) {
        Map<ListedItem, Relation> related = evidence.hasTellingCode()
                ? list.related(evidence.scheme().orElseThrow(), evidence.code().orElseThrow())
                : Map.of();
        return new CodedRows(related, evidence, kinds);
    }

    /** All of them. */
    Set<ListedItem> rows() {
        return related.keySet();
    }

    boolean isEmpty() {
        return related.isEmpty();
    }

    boolean contains(ListedItem row) {
        return related.containsKey(row);
    }

    /** Whether the row is all that the code names. */
    boolean isWhole(ListedItem row) {
        return related.get(row) == Relation.WHOLE;
    }

    /** Whether the code names the row, alone or with others, and is not only above it. */
    boolean isNamed(ListedItem row) {
        Relation relation = related.get(row);
        return relation == Relation.WHOLE || relation == Relation.PART;
    }

    /** Whether the code exists and is no row's, nor above one. */
    boolean isElsewhere() {
        return evidence.hasTellingCode() && evidence.codeKnown() && related.isEmpty();
    }

    /** The rows to which the code is this. */
    List<ListedItem> with(Relation relation) {
        return rows().stream().filter(row -> related.get(row) == relation).toList();
    }

    /** The rows that are all the code names. */
    List<ListedItem> whole() {
        return with(Relation.WHOLE);
    }

    /** The rows that the code names, alone or with others. */
    List<ListedItem> named() {
        return rows().stream().filter(this::isNamed).toList();
    }

    /** The rows whose own code it is, be it shared with others of that name. */
    List<ListedItem> own() {
        return rows().stream()
                .filter(row -> isWhole(row)
                        || (isNamed(row) && evidence.officialKinds().contains(row.kind())))
                .toList();
    }

    /** The rows that are all the code names and hold one of these kinds, or sorts of it. */
    List<ListedItem> wholeOf(List<String> named) {
        return whole().stream()
                .filter(row -> named.stream().anyMatch(k -> kinds.isA(k, row.kind()) || kinds.isA(row.kind(), k)))
                .toList();
    }

    /** Those of the code's own rows that hold another sort of the same goods. */
    List<ListedItem> sistersOf(String kind) {
        return own().stream()
                .filter(row -> kinds.parent(row.kind())
                        .filter(wider -> kinds.isA(kind, wider))
                        .isPresent())
                .toList();
    }

    /** Those of the code's own rows for which the name of other goods may stand too (节能灯 under 室内照明灯具). */
    List<ListedItem> supported() {
        return own().stream().filter(this::isSupported).toList();
    }

    /** The same, and all of the code's own rows where the catalogue names the item, by name or in its explanation. */
    List<ListedItem> agreeing() {
        return evidence.described() || evidence.officiallyNamed() ? own() : supported();
    }

    private boolean isSupported(ListedItem row) {
        return evidence.text().mentions(LineText.Source.ITEM).stream()
                .anyMatch(mention -> mention.isGoods()
                        && !KnownKinds.isAccessory(kinds, mention.kind())
                        && mention.qualifies().contains(row.kind()));
    }

    /** Those of some rows that a text speaks of: a code and a specification that agree stand against the name. */
    List<ListedItem> specified(List<ListedItem> some, LineText.Source... sources) {
        return some.stream()
                .filter(row -> Arrays.stream(sources)
                        .flatMap(source -> evidence.text().mentions(source).stream())
                        .anyMatch(mention -> mention.qualifies().stream().anyMatch(k -> kinds.isA(k, row.kind()))
                                || (mention.isGoods() && kinds.isA(mention.kind(), row.kind()))))
                .toList();
    }

    /** The row of furniture sets, where the code is its own and the name holds several pieces: 餐桌+餐椅, 桌椅. */
    List<ListedItem> furnitureSets() {
        if (!evidence.reading().isGoods()) {
            return List.of();
        }
        long pieces = evidence.text().mentions(LineText.Source.ITEM).stream()
                .filter(mention -> mention.isGoods() && KnownKinds.isFurniture(kinds, mention.kind()))
                .mapToInt(mention -> KnownKinds.isSeveralPieces(mention.kind()) ? 2 : 1)
                .sum();
        return pieces < 2 ? List.of() : wholeKind(KnownKinds.FURNITURE_SET);
    }

    /** The rows of multifunction machines, which are printers too, where the code is theirs and the name says printer. */
    List<ListedItem> multifunction(List<ListedItem> printers) {
        return printers.stream().anyMatch(row -> KnownKinds.isPrinter(kinds, row.kind()))
                ? wholeKind(KnownKinds.MULTIFUNCTION)
                : List.of();
    }

    private List<ListedItem> wholeKind(String kind) {
        return whole().stream().filter(row -> row.kind().equals(kind)).toList();
    }
}
