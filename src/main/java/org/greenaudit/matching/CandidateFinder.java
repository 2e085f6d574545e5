package org.greenaudit.matching;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.greenaudit.catalog.CategoryCode;
import org.greenaudit.catalog.CategoryScheme;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.catalog.ProductKinds;
import org.greenaudit.matching.ListIndex.Relation;
import org.greenaudit.message.Text;

/**
 * Finds the rows of one list edition that a line is or may be, by its code as one scheme reads it and by the kinds its
 * name tells. Immutable and safe for several threads.
 */
final class CandidateFinder {

    private final ProductKinds kinds;
    private final Set<String> listed;
    private final CodeOnlyFinder codeOnly;

    /**
     * What is known of a line when a list is asked.
     *
     * @param text its texts
     * @param reading what its name says
     * @param code its code
     * @param scheme the scheme the code is read in; present exactly when the code is
     * @param codeKnown whether the code exists in that scheme
     * @param officialName what the code means
     * @param officiallyNamed whether the item name is just what the code means, so that the two cannot contradict
     * @param described whether the catalogue's explanation of the code names the item
     * @param officialKinds the kinds that the official name means
     */
    record Evidence(
            LineText text,
            NameReading reading,
            Optional<CategoryCode> code,
            Optional<CategoryScheme> scheme,
            boolean codeKnown,
            String officialName,
            boolean officiallyNamed,
            boolean described,
            Set<String> officialKinds) {

        /** What is known of the line when its code is left out of account. */
        Evidence withoutCode() {
            return new Evidence(text, reading, Optional.empty(), Optional.empty(), false, "", false, false, Set.of());
        }

        /** Whether the name, which is no description, only hints at what it is: any code knows better. */
        boolean isHint() {
            return !reading.certain() && !PhraseSplitter.isDescription(text.item());
        }

        /** A code that says no more than “equipment” or “furniture” tells nothing. */
        boolean hasTellingCode() {
            return code.isPresent() && code.get().value().length() > 3;
        }

        /** A code that exists and is no row's, nor above one. */
        boolean isCodedElsewhere(Map<ListedItem, Relation> related) {
            return hasTellingCode() && codeKnown && related.isEmpty();
        }
    }

    /**
     * A finder.
     *
     * @param kinds how kinds nest
     * @param listed the kinds that rows of any list cover
     */
    CandidateFinder(ProductKinds kinds, Set<String> listed) {
        this.kinds = kinds;
        this.listed = Set.copyOf(listed);
        this.codeOnly = new CodeOnlyFinder(kinds);
    }

    /** The rows of a list. */
    MatchDraft find(ListIndex list, Evidence evidence) {
        Map<ListedItem, Relation> related = evidence.hasTellingCode()
                ? list.related(evidence.scheme().orElseThrow(), evidence.code().orElseThrow())
                : Map.of();
        NameReading reading = evidence.reading();
        if (evidence.officiallyNamed() && evidence.isCodedElsewhere(related)) {
            return namedAndCodedElsewhere(list, reading);
        }
        List<ListedItem> sets = furnitureSets(related, evidence);
        if (!sets.isEmpty()) {
            return MatchDraft.of(sets, MatchBasis.CODE_AND_NAME);
        }
        return switch (reading.shape()) {
            case SERVICE -> MatchDraft.outside(NotListedReason.SERVICE_OR_WORKS);
            case SALE -> MatchDraft.outside(NotListedReason.SALE);
            case ACCESSORY -> MatchDraft.outside(NotListedReason.ACCESSORY);
            case OTHER_GOODS -> contradicting(reading.certain() ? List.of() : rowsAt(related), related, evidence);
            case SILENT -> codeOnly.find(related, evidence);
            case GOODS ->
                reading.kinds().size() == 1
                        ? ofKind(list, reading.kinds().get(0), related, evidence)
                        : ofKinds(list, reading, related, evidence);
        };
    }

    /** The row of furniture sets, where the code is its own and the name holds several pieces: 餐桌+餐椅, 桌椅. */
    private List<ListedItem> furnitureSets(Map<ListedItem, Relation> related, Evidence evidence) {
        if (!evidence.reading().isGoods()) {
            return List.of();
        }
        long pieces = evidence.text().mentions(LineText.Source.ITEM).stream()
                .filter(mention -> mention.isGoods() && KnownKinds.isFurniture(kinds, mention.kind()))
                .mapToInt(mention -> KnownKinds.isSeveralPieces(mention.kind()) ? 2 : 1)
                .sum();
        return pieces < 2
                ? List.of()
                : wholeRows(related).stream()
                        .filter(row -> row.kind().equals(KnownKinds.FURNITURE_SET))
                        .toList();
    }

    /** The name is what a code of no row means: outside, unless a row holds that sort all the same (粉盒, a 鼓粉盒). */
    private MatchDraft namedAndCodedElsewhere(ListIndex list, NameReading reading) {
        List<ListedItem> rows = reading.certain() && reading.kinds().size() == 1
                ? list.covering(reading.kinds().get(0)).stream()
                        .filter(row -> isSortOf(row, reading.kinds().get(0)))
                        .toList()
                : List.of();
        return rows.isEmpty() ? MatchDraft.outside(NotListedReason.NOT_ON_LIST) : MatchDraft.of(rows, MatchBasis.NAME);
    }

    /** Whether a kind is a sort of what a row covers, and not all of it. */
    private boolean isSortOf(ListedItem row, String kind) {
        return !kind.equals(row.kind()) && kinds.isA(kind, row.kind());
    }

    /**
     * The rows of a line whose code or category name is that of services or works: none, unless the name by itself
     * plainly says ★ goods.
     */
    MatchDraft underService(ListIndex list, Evidence evidence) {
        if (evidence.reading().plainlyGoods() && !evidence.officiallyNamed()) {
            MatchDraft byName = find(list, evidence.withoutCode());
            if (evidence.reading().several()) {
                byName.rows().keySet().removeIf(row -> !row.starred());
            }
            boolean starred = byName.rows().keySet().stream().allMatch(ListedItem::starred);
            if (!byName.isOutside() && !byName.canBeOutside() && starred) {
                return byName.contradicted(CodeContradiction.SERVICE_OR_WORKS);
            }
        }
        return MatchDraft.outside(NotListedReason.SERVICE_OR_WORKS);
    }

    private MatchDraft ofKinds(
            ListIndex list, NameReading reading, Map<ListedItem, Relation> related, Evidence evidence) {
        if (!reading.several()) {
            Set<ListedItem> confirmed = wholeRowsOf(reading.kinds(), related);
            if (!confirmed.isEmpty()) {
                return MatchDraft.of(confirmed, MatchBasis.CODE_AND_NAME);
            }
            List<ListedItem> own = ownRows(related, evidence).stream()
                    .filter(row -> reading.kinds().stream().anyMatch(kind -> kinds.isA(kind, row.kind())))
                    .toList();
            if (!own.isEmpty()) {
                return MatchDraft.of(own, MatchBasis.CODE_AND_NAME);
            }
            Optional<String> official = officialOf(reading.kinds(), evidence);
            if (!reading.certain() && official.isPresent()) {
                return ofOfficialKind(list, official.get(), related, evidence);
            }
        }
        Set<ListedItem> rows = new LinkedHashSet<>();
        Set<ListedItem> sorts = new LinkedHashSet<>();
        boolean someOutside = false;
        for (String kind : reading.kinds()) {
            List<ListedItem> covering = list.covering(kind);
            List<ListedItem> below = covering.isEmpty() ? list.below(kind) : List.of();
            someOutside |= covering.isEmpty() && !list.holdsAllOf(kind);
            rows.addAll(covering);
            rows.addAll(below);
            sorts.addAll(below);
        }
        if (!reading.several() && sorts.stream().anyMatch(related::containsKey)) {
            rows.removeIf(row -> sorts.contains(row) && !related.containsKey(row));
        }
        if (rows.isEmpty()) {
            return reading.certain() || related.isEmpty()
                    ? MatchDraft.outside(NotListedReason.NOT_ON_LIST)
                    : codeOnly.find(related, evidence);
        }
        if (reading.several() && rows.size() == 1 && related.get(rows.iterator().next()) == Relation.WHOLE) {
            return MatchDraft.of(rows, MatchBasis.CODE_AND_NAME);
        }
        if (rows.size() == 1 && !someOutside) {
            return ofKind(list, reading.kinds().get(0), related, evidence);
        }
        return reading.several()
                ? MatchDraft.possible(rows, Question.SEVERAL_GOODS, !reading.certain())
                : MatchDraft.possible(rows, Question.KIND_AMBIGUOUS, someOutside || !reading.certain());
    }

    /** The one of several alternatives that the code's official name means: 笔记本 under 本册 is no computer. */
    private Optional<String> officialOf(List<String> alternatives, Evidence evidence) {
        List<String> official = alternatives.stream()
                .filter(kind -> evidence.officialKinds().stream().anyMatch(k -> kinds.isA(kind, k)))
                .toList();
        return official.size() == 1 ? Optional.of(official.get(0)) : Optional.empty();
    }

    private MatchDraft ofOfficialKind(
            ListIndex list, String kind, Map<ListedItem, Relation> related, Evidence evidence) {
        return list.covering(kind).isEmpty() && list.below(kind).isEmpty()
                ? MatchDraft.outside(NotListedReason.NOT_ON_LIST)
                : ofKind(list, kind, related, evidence);
    }

    private Set<ListedItem> wholeRowsOf(List<String> named, Map<ListedItem, Relation> related) {
        Set<ListedItem> rows = new LinkedHashSet<>();
        related.forEach((item, relation) -> {
            if (relation == Relation.WHOLE
                    && named.stream().anyMatch(k -> kinds.isA(k, item.kind()) || kinds.isA(item.kind(), k))) {
                rows.add(item);
            }
        });
        return rows;
    }

    private MatchDraft ofKind(ListIndex list, String kind, Map<ListedItem, Relation> related, Evidence evidence) {
        List<ListedItem> covering = list.covering(kind);
        if (!covering.isEmpty()) {
            return covered(covering, related, evidence);
        }
        List<ListedItem> below = list.below(kind);
        if (!below.isEmpty()) {
            return wider(list, kind, below, related, evidence);
        }
        if (!evidence.reading().certain() && !evidence.reading().ofSomethingElse()) {
            return codeOnly.find(related, evidence);
        }
        List<ListedItem> own = ownRows(related, evidence);
        if (!own.isEmpty()) {
            List<ListedItem> sorts = kinds.parent(kind).map(list::below).orElse(List.of());
            List<ListedItem> specified = specified(sorts, evidence.text());
            if (!specified.isEmpty()) {
                return MatchDraft.of(specified, MatchBasis.CODE_AND_NAME);
            }
        }
        boolean known = KnownKinds.isAccessory(kinds, kind) || isKnownToAList(kind);
        return contradicting(known ? sistersOf(kind, own) : own, related, evidence);
    }

    /** Whether a row of any list covers the kind or a sort of it. */
    private boolean isKnownToAList(String kind) {
        return listed.stream().anyMatch(k -> kinds.isA(kind, k) || kinds.isA(k, kind));
    }

    /** Those of the rows that hold another sort of the same goods. */
    private List<ListedItem> sistersOf(String kind, List<ListedItem> own) {
        return own.stream()
                .filter(row -> kinds.parent(row.kind())
                        .filter(wider -> kinds.isA(kind, wider))
                        .isPresent())
                .toList();
    }

    /**
     * The name speaks of other goods than the rows that the code names (钢制床 under the code of 钢木床类): a code is never
     * acquitted for that. Where the catalogue itself names the goods under the code, or the lexicon says that they may
     * stand there, the code is right.
     */
    private MatchDraft contradicting(List<ListedItem> rows, Map<ListedItem, Relation> related, Evidence evidence) {
        List<ListedItem> agreeing = ownRows(related, evidence).stream()
                .filter(row -> evidence.described() || isSupported(row, evidence.text()))
                .toList();
        if (!agreeing.isEmpty()) {
            return MatchDraft.of(agreeing, MatchBasis.CODE_AND_NAME);
        }
        return rows.isEmpty()
                ? MatchDraft.outside(NotListedReason.NOT_ON_LIST)
                : MatchDraft.possible(rows, Question.CODE_NAME_CONFLICT, true);
    }

    /** Whether the name of other goods in the item name may stand for a row's too (节能灯 under 室内照明灯具). */
    private boolean isSupported(ListedItem row, LineText text) {
        return text.mentions(LineText.Source.ITEM).stream()
                .anyMatch(mention -> mention.isGoods()
                        && !KnownKinds.isAccessory(kinds, mention.kind())
                        && mention.qualifies().contains(row.kind()));
    }

    /** The rows that the code names, alone or with others. */
    private static List<ListedItem> rowsAt(Map<ListedItem, Relation> related) {
        return related.keySet().stream()
                .filter(row -> related.get(row) != Relation.COARSER)
                .toList();
    }

    /** The rows whose own code it is, be it shared with others of that name. */
    private static List<ListedItem> ownRows(Map<ListedItem, Relation> related, Evidence evidence) {
        return related.entrySet().stream()
                .filter(e -> e.getValue() == Relation.WHOLE
                        || (e.getValue() == Relation.PART
                                && evidence.officialKinds().contains(e.getKey().kind())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<ListedItem> wholeRows(Map<ListedItem, Relation> related) {
        return related.entrySet().stream()
                .filter(e -> e.getValue() == Relation.WHOLE)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The name says a kind that rows cover. */
    private MatchDraft covered(List<ListedItem> rows, Map<ListedItem, Relation> related, Evidence evidence) {
        boolean certain = evidence.reading().certain();
        if (evidence.reading().ofSomethingElse()) {
            return ofSomethingElse(rows, Question.KIND_AMBIGUOUS, related, evidence);
        }
        List<ListedItem> multifunction = multifunction(rows, related);
        if (!multifunction.isEmpty()) {
            return MatchDraft.possible(joined(rows, multifunction), Question.KIND_AMBIGUOUS, !certain);
        }
        Set<Relation> hits = new LinkedHashSet<>();
        rows.forEach(row -> Optional.ofNullable(related.get(row)).ifPresent(hits::add));
        if (hits.contains(Relation.WHOLE) || hits.contains(Relation.PART) || (!hits.isEmpty() && certain)) {
            return MatchDraft.of(rows, MatchBasis.CODE_AND_NAME);
        }
        List<ListedItem> small = AirConditioning.roomMachines(evidence.reading(), wholeRows(related), evidence.text());
        if (!small.isEmpty()) {
            return MatchDraft.of(small, MatchBasis.CODE_AND_NAME);
        }
        if (evidence.isHint() && evidence.isCodedElsewhere(related)) {
            return MatchDraft.outside(NotListedReason.NOT_ON_LIST);
        }
        if (!certain) {
            return related.containsValue(Relation.WHOLE) && hits.isEmpty()
                    ? codeOnly.find(related, evidence)
                    : MatchDraft.possible(rows, Question.KIND_AMBIGUOUS, true);
        }
        if (!evidence.hasTellingCode() || !evidence.codeKnown()) {
            return MatchDraft.of(rows, MatchBasis.NAME);
        }
        if (kinds.byTerm(evidence.officialName())
                .filter(kind -> rows.stream().anyMatch(row -> isSortOf(row, kind)))
                .isPresent()) {
            return MatchDraft.of(rows, MatchBasis.CODE_AND_NAME);
        }
        boolean starred = rows.stream().anyMatch(ListedItem::starred);
        boolean codeStarred = related.keySet().stream().anyMatch(ListedItem::starred);
        if (starred && !codeStarred) {
            return MatchDraft.of(rows, MatchBasis.NAME).contradicted(CodeContradiction.OTHER_GOODS);
        }
        List<ListedItem> specified = specified(wholeRows(related), evidence.text());
        if (!specified.isEmpty()) {
            return MatchDraft.possible(joined(rows, specified), Question.CODE_NAME_CONFLICT, false);
        }
        if (!related.isEmpty()) {
            return MatchDraft.of(rows, MatchBasis.NAME)
                    .note(Text.of(
                            "note.code-name-mismatch",
                            evidence.code().orElseThrow(),
                            evidence.officialName(),
                            evidence.text().line().itemName()));
        }
        return MatchDraft.possible(rows, Question.CODE_NAME_CONFLICT, true);
    }

    /** The rows of the code that the specification speaks of too: two that agree against the name. */
    private List<ListedItem> specified(List<ListedItem> coded, LineText text) {
        return coded.stream()
                .filter(row -> text.mentions(LineText.Source.SPEC).stream()
                        .anyMatch(mention -> mention.qualifies().stream().anyMatch(k -> kinds.isA(k, row.kind()))
                                || (mention.isGoods() && kinds.isA(mention.kind(), row.kind()))))
                .toList();
    }

    /** The name goes on after the kind or makes it a special sort: the code may say that it is no such thing. */
    private MatchDraft ofSomethingElse(
            Collection<ListedItem> rows, Question question, Map<ListedItem, Relation> related, Evidence evidence) {
        if (evidence.reading().ofInstallation() && related.isEmpty()) {
            return MatchDraft.outside(NotListedReason.SERVICE_OR_WORKS);
        }
        return evidence.isCodedElsewhere(related)
                ? MatchDraft.outside(NotListedReason.NOT_ON_LIST)
                : MatchDraft.possible(rows, question, true);
    }

    /** The rows of multifunction machines, which are printers too, where the code is theirs and the name says printer. */
    private List<ListedItem> multifunction(List<ListedItem> printers, Map<ListedItem, Relation> related) {
        if (printers.stream().noneMatch(row -> KnownKinds.isPrinter(kinds, row.kind()))) {
            return List.of();
        }
        return wholeRows(related).stream()
                .filter(row -> row.kind().equals(KnownKinds.MULTIFUNCTION))
                .toList();
    }

    private static Set<ListedItem> joined(List<ListedItem> some, List<ListedItem> others) {
        Set<ListedItem> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }

    /** The name says a wider kind (打印机, 热水器) of which the list holds some sorts. */
    private MatchDraft wider(
            ListIndex list, String kind, List<ListedItem> below, Map<ListedItem, Relation> related, Evidence evidence) {
        Set<ListedItem> inBoth = new LinkedHashSet<>(below);
        inBoth.retainAll(related.keySet());
        Question question = KnownKinds.isPrinter(kinds, kind) ? Question.PRINTER_TECHNOLOGY : Question.KIND_AMBIGUOUS;
        if (evidence.reading().ofSomethingElse()) {
            return ofSomethingElse(inBoth.isEmpty() ? below : inBoth, question, related, evidence);
        }
        List<ListedItem> multifunction = multifunction(below, related);
        if (!multifunction.isEmpty()) {
            return MatchDraft.of(multifunction, MatchBasis.CODE);
        }
        List<ListedItem> supported = ownRows(related, evidence).stream()
                .filter(row -> isSupported(row, evidence.text()))
                .toList();
        if (!supported.isEmpty()) {
            return MatchDraft.of(supported, MatchBasis.CODE_AND_NAME);
        }
        List<ListedItem> whole = inBoth.stream()
                .filter(row -> related.get(row) == Relation.WHOLE)
                .toList();
        if (!whole.isEmpty()) {
            return MatchDraft.of(whole, MatchBasis.CODE);
        }
        Optional<String> coded = evidence.officialKinds().stream()
                .filter(k -> kinds.isA(k, kind))
                .findFirst();
        if (coded.isPresent()
                && list.covering(coded.get()).isEmpty()
                && list.below(coded.get()).isEmpty()) {
            return MatchDraft.outside(NotListedReason.NOT_ON_LIST);
        }
        boolean open =
                !list.holdsAllOf(coded.orElse(kind)) || !evidence.reading().certain();
        if (!inBoth.isEmpty()) {
            return MatchDraft.possible(inBoth, question, open);
        }
        if (!evidence.hasTellingCode() || !evidence.codeKnown()) {
            return MatchDraft.possible(below, question, open);
        }
        if (evidence.isHint() && related.isEmpty()) {
            return MatchDraft.outside(NotListedReason.NOT_ON_LIST);
        }
        return MatchDraft.possible(joined(below, wholeRows(related)), question, true)
                .ask(Question.CODE_NAME_CONFLICT);
    }
}
