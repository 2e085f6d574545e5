package org.greenaudit.matching;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.greenaudit.catalog.CategoryCode;
import org.greenaudit.catalog.CategoryScheme;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.catalog.ProductKinds;
import org.greenaudit.matching.ListMatch.CodeContradiction;
import org.greenaudit.matching.phrase.KnownKinds;
import org.greenaudit.matching.phrase.NameReading;
import org.greenaudit.matching.phrase.PhraseSplitter;
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
            return reading.onlyHints() && !PhraseSplitter.isDescription(text.item());
        }

        /** A code that says no more than “equipment” or “furniture” tells nothing. */
        boolean hasTellingCode() {
            return code.isPresent() && code.get().value().length() > 3;
        }
    }

    /**
     * A finder.
     *
     * @param kinds how kinds nest
     * @param listed the kinds that rows of any list cover, whole or in part
     */
    CandidateFinder(ProductKinds kinds, Set<String> listed) {
        this.kinds = kinds;
        this.listed = Set.copyOf(listed);
        this.codeOnly = new CodeOnlyFinder(kinds);
    }

    /** The rows of a list. */
    MatchDraft find(ListIndex list, Evidence evidence) {
        CodedRows coded = CodedRows.of(list, evidence, kinds);
        NameReading reading = evidence.reading();
        if (evidence.officiallyNamed() && coded.isElsewhere()) {
            return namedAndCodedElsewhere(list, reading);
        }
        List<ListedItem> sets = coded.furnitureSets();
        if (!sets.isEmpty()) {
            return MatchDraft.of(sets, MatchBasis.CODE_AND_NAME);
        }
        return switch (reading.shape()) {
            case SERVICE -> MatchDraft.outside(NotListedReason.SERVICE_OR_WORKS);
            case SALE -> MatchDraft.outside(NotListedReason.SALE);
            case ACCESSORY -> MatchDraft.outside(NotListedReason.ACCESSORY);
            case OTHER_GOODS -> ofOther(reading, coded);
            case SILENT -> codeOnly.find(coded);
            case GOODS ->
                reading.kinds().size() == 1
                        ? ofKind(list, reading.kinds().get(0), coded)
                        : ofKinds(list, reading, coded);
        };
    }

    /**
     * Other goods, unless the code is that of goods that stand apart before their name: 台式机 内存条. Where a word makes another
     * use of the goods (婴儿坐便器), nobody can say which of the two is right.
     */
    private MatchDraft ofOther(NameReading reading, CodedRows coded) {
        List<ListedItem> own = coded.wholeOf(reading.kinds());
        if (reading.ofSomethingElse() && !own.isEmpty()) {
            return MatchDraft.possible(own, Question.CODE_NAME_CONFLICT, true);
        }
        return own.isEmpty()
                ? contradicting(reading.certain() ? List.of() : coded.named(), coded)
                : MatchDraft.of(own, MatchBasis.CODE_AND_NAME);
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

    /** The rows of a line whose code or category name is that of services or works, while the name plainly says ★ goods. */
    MatchDraft underService(ListIndex list, Evidence evidence) {
        MatchDraft byName = find(list, evidence.withoutCode());
        return byName.isOutside()
                ? MatchDraft.outside(NotListedReason.SERVICE_OR_WORKS)
                : byName.contradicted(CodeContradiction.SERVICE_OR_WORKS);
    }

    /** Whether the name by itself plainly says goods that a list stars. */
    boolean plainlyStarred(ListIndex list, Evidence evidence) {
        if (!evidence.reading().plainlyGoods() || evidence.officiallyNamed()) {
            return false;
        }
        MatchDraft byName = find(list, evidence.withoutCode());
        boolean several = evidence.reading().several();
        return !byName.canBeOutside()
                && byName.rows().keySet().stream().anyMatch(ListedItem::starred)
                && (several || byName.rows().keySet().stream().allMatch(ListedItem::starred));
    }

    private MatchDraft ofKinds(ListIndex list, NameReading reading, CodedRows coded) {
        Evidence evidence = coded.evidence();
        if (!reading.several()) {
            List<ListedItem> confirmed = coded.wholeOf(reading.kinds());
            if (!confirmed.isEmpty()) {
                return MatchDraft.of(confirmed, MatchBasis.CODE_AND_NAME);
            }
            List<ListedItem> own = coded.own().stream()
                    .filter(row -> reading.kinds().stream().anyMatch(kind -> kinds.isA(kind, row.kind())))
                    .toList();
            if (!own.isEmpty()) {
                return MatchDraft.of(own, MatchBasis.CODE_AND_NAME);
            }
            Optional<String> official = officialOf(reading.kinds(), coded);
            if (!reading.certain() && official.isPresent()) {
                return ofOfficialKind(list, official.get(), coded);
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
        if (!reading.several() && sorts.stream().anyMatch(coded::contains)) {
            rows.removeIf(row -> sorts.contains(row) && !coded.contains(row));
        }
        if (!reading.several() && evidence.isHint() && coded.isElsewhere()) {
            return MatchDraft.outside(NotListedReason.NOT_ON_LIST);
        }
        if (rows.isEmpty()) {
            return reading.certain() || coded.isEmpty()
                    ? MatchDraft.outside(NotListedReason.NOT_ON_LIST)
                    : codeOnly.find(coded);
        }
        if (reading.several()
                && rows.size() == 1
                && coded.isWhole(rows.iterator().next())) {
            return MatchDraft.of(rows, MatchBasis.CODE_AND_NAME);
        }
        if (rows.size() == 1 && !someOutside) {
            return ofKind(list, reading.kinds().get(0), coded);
        }
        return reading.several()
                ? MatchDraft.possible(rows, Question.SEVERAL_GOODS, !reading.certain())
                : MatchDraft.possible(rows, Question.KIND_AMBIGUOUS, someOutside || !reading.certain());
    }

    /** The one of several alternatives that the code means or leads to: 笔记本 under 本册 is no computer. */
    private Optional<String> officialOf(List<String> alternatives, CodedRows coded) {
        List<String> official = alternatives.stream()
                .filter(kind -> coded.evidence().officialKinds().stream().anyMatch(k -> kinds.isA(kind, k))
                        || coded.rows().stream().anyMatch(row -> kinds.isA(kind, row.kind())))
                .toList();
        return official.size() == 1 ? Optional.of(official.get(0)) : Optional.empty();
    }

    private MatchDraft ofOfficialKind(ListIndex list, String kind, CodedRows coded) {
        return list.covering(kind).isEmpty() && list.below(kind).isEmpty()
                ? MatchDraft.outside(NotListedReason.NOT_ON_LIST)
                : ofKind(list, kind, coded);
    }

    private MatchDraft ofKind(ListIndex list, String kind, CodedRows coded) {
        Evidence evidence = coded.evidence();
        List<ListedItem> covering = list.covering(kind);
        if (!covering.isEmpty()) {
            return covered(covering, coded);
        }
        List<ListedItem> below = list.below(kind);
        if (!below.isEmpty()) {
            return wider(list, kind, below, coded);
        }
        if (evidence.reading().onlyHints() && !evidence.reading().ofSomethingElse()) {
            return codeOnly.find(coded);
        }
        List<ListedItem> own = coded.own();
        List<ListedItem> sorts = kinds.parent(kind).map(list::below).orElse(List.of());
        boolean furniture = KnownKinds.isFurniture(kinds, kind);
        boolean agreed = !own.isEmpty() || (furniture && sorts.stream().anyMatch(coded::contains));
        List<ListedItem> specified = furniture && (agreed || evidence.code().isEmpty())
                ? coded.specified(sorts, LineText.Source.SPEC, LineText.Source.ITEM)
                : coded.specified(sorts, LineText.Source.SPEC);
        if (!specified.isEmpty() && agreed) {
            return MatchDraft.of(specified, MatchBasis.CODE_AND_NAME);
        }
        if (!specified.isEmpty()
                && furniture
                && !KnownKinds.isMedical(kind)
                && evidence.code().isEmpty()) {
            return MatchDraft.possible(specified, Question.KIND_AMBIGUOUS, true);
        }
        boolean known = KnownKinds.isAccessory(kinds, kind) || listed.contains(kind);
        return contradicting(known ? coded.sistersOf(kind) : own, coded);
    }

    /**
     * The name speaks of other goods than the rows that the code names (钢制床 under the code of 钢木床类): a code is never
     * acquitted for that. Where the catalogue itself names the goods under the code, or the lexicon says that they may
     * stand there, the code is right.
     */
    private MatchDraft contradicting(List<ListedItem> rows, CodedRows coded) {
        List<ListedItem> agreeing = coded.agreeing();
        if (!agreeing.isEmpty()) {
            return MatchDraft.of(agreeing, MatchBasis.CODE_AND_NAME);
        }
        return rows.isEmpty()
                ? MatchDraft.outside(NotListedReason.NOT_ON_LIST)
                : MatchDraft.possible(rows, Question.CODE_NAME_CONFLICT, true);
    }

    /** The name says a kind that rows cover. */
    private MatchDraft covered(List<ListedItem> rows, CodedRows coded) {
        Evidence evidence = coded.evidence();
        boolean certain = evidence.reading().certain();
        if (evidence.reading().ofSomethingElse()) {
            return ofSomethingElse(rows, Question.KIND_AMBIGUOUS, coded);
        }
        List<ListedItem> multifunction = coded.multifunction(rows);
        if (!multifunction.isEmpty()) {
            return MatchDraft.possible(joined(rows, multifunction), Question.KIND_AMBIGUOUS, !certain);
        }
        boolean hit = rows.stream().anyMatch(coded::contains);
        if (rows.stream().anyMatch(coded::isNamed) || (hit && certain)) {
            return MatchDraft.of(rows, MatchBasis.CODE_AND_NAME);
        }
        List<ListedItem> small = AirConditioning.roomMachines(evidence.reading(), coded.whole(), evidence.text());
        if (!small.isEmpty()) {
            return MatchDraft.of(small, MatchBasis.CODE_AND_NAME);
        }
        if (evidence.isHint() && coded.isElsewhere()) {
            return MatchDraft.outside(NotListedReason.NOT_ON_LIST);
        }
        if (!certain) {
            return !coded.whole().isEmpty() && !hit
                    ? codeOnly.find(coded)
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
        boolean codeStarred = coded.rows().stream().anyMatch(ListedItem::starred);
        if (starred && !codeStarred) {
            return MatchDraft.of(rows, MatchBasis.NAME).contradicted(CodeContradiction.OTHER_GOODS);
        }
        List<ListedItem> specified = coded.specified(coded.whole(), LineText.Source.SPEC);
        if (!specified.isEmpty()) {
            return MatchDraft.possible(joined(rows, specified), Question.CODE_NAME_CONFLICT, false);
        }
        if (!coded.isEmpty()) {
            return MatchDraft.of(rows, MatchBasis.NAME)
                    .note(Text.of(
                            "note.code-name-mismatch",
                            evidence.code().orElseThrow(),
                            evidence.officialName(),
                            evidence.text().line().itemName()));
        }
        return MatchDraft.possible(rows, Question.CODE_NAME_CONFLICT, true);
    }

    /** The name goes on after the kind or makes it a special sort: the code may say that it is no such thing. */
    private MatchDraft ofSomethingElse(Collection<ListedItem> rows, Question question, CodedRows coded) {
        Evidence evidence = coded.evidence();
        if (evidence.reading().ofInstallation() && coded.isEmpty()) {
            return MatchDraft.outside(NotListedReason.SERVICE_OR_WORKS);
        }
        return coded.isElsewhere()
                ? MatchDraft.outside(NotListedReason.NOT_ON_LIST)
                : MatchDraft.possible(rows, question, true);
    }

    private static Set<ListedItem> joined(List<ListedItem> some, List<ListedItem> others) {
        Set<ListedItem> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }

    /** Whether the item name itself says a kind, or a sort of it. */
    private boolean isNamed(String kind, Evidence evidence) {
        return evidence.text().mentions(LineText.Source.ITEM).stream()
                .anyMatch(mention -> mention.isGoods() && kinds.isA(mention.kind(), kind));
    }

    /** The name says a wider kind (打印机, 热水器) of which the list holds some sorts. */
    private MatchDraft wider(ListIndex list, String kind, List<ListedItem> below, CodedRows coded) {
        Evidence evidence = coded.evidence();
        Set<ListedItem> inBoth = new LinkedHashSet<>(below);
        inBoth.retainAll(coded.rows());
        Question question = KnownKinds.isPrinter(kinds, kind) ? Question.PRINTER_TECHNOLOGY : Question.KIND_AMBIGUOUS;
        if (evidence.reading().ofSomethingElse()) {
            return ofSomethingElse(inBoth.isEmpty() ? below : inBoth, question, coded);
        }
        List<ListedItem> multifunction = coded.multifunction(below);
        if (!multifunction.isEmpty()) {
            return MatchDraft.of(multifunction, MatchBasis.CODE);
        }
        List<ListedItem> supported = coded.supported();
        if (!supported.isEmpty()) {
            return MatchDraft.of(supported, MatchBasis.CODE_AND_NAME);
        }
        List<ListedItem> whole =
                inBoth.stream().filter(row -> coded.isWhole(row)).toList();
        if (!whole.isEmpty()) {
            return MatchDraft.of(whole, MatchBasis.CODE);
        }
        Optional<String> sort = evidence.officialKinds().stream()
                .filter(k -> kinds.isA(k, kind))
                .findFirst();
        if (sort.isPresent()
                && list.covering(sort.get()).isEmpty()
                && list.below(sort.get()).isEmpty()) {
            return MatchDraft.outside(NotListedReason.NOT_ON_LIST);
        }
        boolean beyond = sort.isPresent()
                && coded.with(ListIndex.Relation.COARSER).stream()
                        .anyMatch(row -> inBoth.contains(row) && !kinds.isA(row.kind(), sort.get()));
        boolean open = !list.holdsAllOf(beyond ? kind : sort.orElse(kind))
                || !evidence.reading().certain()
                || !isNamed(kind, evidence);
        if (!inBoth.isEmpty()) {
            return MatchDraft.possible(inBoth, question, open);
        }
        if (!evidence.hasTellingCode() || !evidence.codeKnown()) {
            return MatchDraft.possible(below, question, open);
        }
        if (evidence.isHint() && coded.isEmpty()) {
            return MatchDraft.outside(NotListedReason.NOT_ON_LIST);
        }
        return MatchDraft.possible(joined(below, coded.whole()), question, true).ask(Question.CODE_NAME_CONFLICT);
    }
}
