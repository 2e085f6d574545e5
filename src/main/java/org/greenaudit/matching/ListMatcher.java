package org.greenaudit.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.greenaudit.catalog.CapacityBand;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.CategoryScheme;
import org.greenaudit.catalog.ListNames;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.catalog.NameTerm;
import org.greenaudit.catalog.ProductKinds;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.catalog.StandardExclusion;
import org.greenaudit.matching.ListMatch.Candidate;
import org.greenaudit.matching.ListMatch.CodeContradiction;
import org.greenaudit.matching.phrase.KnownKinds;
import org.greenaudit.matching.phrase.NameReading;
import org.greenaudit.matching.phrase.TermMention;
import org.greenaudit.message.Text;
import org.greenaudit.message.Trace;
import org.greenaudit.purchase.PurchaseLine;

/**
 * How one line stands to one list edition: the rows as either scheme finds them, then what makes them doubtful: a
 * cooling capacity that is missing, a production line, a standard that leaves the product out. Immutable and safe for
 * several threads.
 */
final class ListMatcher {

    private final CandidateFinder finder;
    private final NameAgreement agreement;
    private final QuestionTexts questions;
    private final ProductKinds kinds;
    private final List<StandardExclusion> exclusions;

    ListMatcher(CatalogSnapshot catalog, NameAgreement agreement, Set<String> listed) {
        this.finder = new CandidateFinder(catalog.kinds(), listed);
        this.agreement = agreement;
        this.questions = new QuestionTexts(agreement);
        this.kinds = catalog.kinds();
        this.exclusions = catalog.exclusions();
    }

    /**
     * Matches a line with the edition that governs its contract date.
     *
     * @param sector whether its code or, without one, its category name is that of goods
     */
    ListMatch match(
            ListIndex list,
            LineText text,
            NameReading reading,
            SchemeInference.Reading scheme,
            Sector sector,
            Trace trace) {
        MatchDraft finding =
                switch (sector) {
                    case GOODS -> find(list, text, reading, scheme);
                    case GOODS_AS_SERVICE ->
                        finder.underService(list, evidence(text, reading, scheme, scheme.scheme()));
                    case SERVICE -> MatchDraft.outside(NotListedReason.SERVICE_OR_WORKS);
                };
        if (finding.isOutside()) {
            if (trace.on()) {
                String why = "@not-listed." + finding.reason().id();
                boolean byName = finding.reason() == NotListedReason.NOT_ON_LIST;
                explainDropped(list, finding, List.of(), scheme, byName ? "@trace.drop.name" : why, trace);
                trace.note(Text.of("trace.outside", ListNames.of(list.list()), why));
            }
            return new ListMatch.Outside(list.list().id(), finding.reason());
        }
        List<ListedItem> tooLargeOrSmall = decideByCapacity(finding, text);
        if (inProductionLine(finding, text)) {
            finding.ask(Question.PRODUCTION_LINE);
        }
        List<StandardExclusion> excluding = excluding(list, finding, reading, text);
        if (!excluding.isEmpty()) {
            finding.ask(Question.STANDARD_EXCLUDES_PRODUCT);
        }
        if (finding.rows().size() > 1 && finding.questions().isEmpty()) {
            finding.weaken();
            finding.ask(Question.KIND_AMBIGUOUS);
        }
        List<Text> notes = new ArrayList<>(scheme.notes());
        notes.addAll(finding.notes());
        List<ListMatch.Doubt> doubts = finding.questions().stream()
                .map(q -> new ListMatch.Doubt(q, questions.text(q, finding, text, scheme, excluding)))
                .toList();
        List<Candidate> candidates = finding.candidates();
        if (trace.on()) {
            explainDropped(list, finding, tooLargeOrSmall, scheme, "@trace.drop.name", trace);
            tooLargeOrSmall.forEach(row -> trace.note(Text.of(
                    "trace.drop.capacity",
                    ListNames.of(list.list()),
                    row.entryId(),
                    row.itemName(),
                    text.capacity().orElseThrow())));
            explain(list, finding, candidates, notes, doubts, trace);
        }
        return new ListMatch.Inside(
                list.list(), candidates, finding.canBeOutside(), doubts, finding.contradiction(), notes);
    }

    /** The match of a line that a person has told to be an item of a list. */
    ListMatch decided(ProductList list, ListedItem item, PurchaseLine line, ListMatch found) {
        List<ListMatch.Doubt> doubts = new ArrayList<>(1);
        if (found instanceof ListMatch.Inside inside
                && inside.candidates().stream()
                        .anyMatch(candidate -> candidate.item().equals(item))) {
            inside.doubts().stream()
                    .filter(doubt -> doubt.question() == Question.STANDARD_EXCLUDES_PRODUCT)
                    .forEach(doubts::add);
        }
        if (doubts.isEmpty()) {
            exclusions(list, line)
                    .filter(exclusion -> kinds.isA(item.kind(), exclusion.kind()))
                    .map(exclusion -> new ListMatch.Doubt(
                            Question.STANDARD_EXCLUDES_PRODUCT, QuestionTexts.excluded(line.itemName(), exclusion)))
                    .forEach(doubts::add);
        }
        return new ListMatch.Inside(
                list,
                List.of(new Candidate(item, MatchBasis.DECIDED)),
                false,
                doubts,
                ListMatch.CodeContradiction.NONE,
                List.of());
    }

    /** What code and name together say that was bought. */
    enum Sector {
        GOODS,
        /** The code is one of services or works, and the name plainly says goods that some list stars. */
        GOODS_AS_SERVICE,
        SERVICE
    }

    /** What a line is whose code or category name is that of services or works. */
    Sector underService(List<ListIndex> inForce, LineText text, NameReading reading, SchemeInference.Reading scheme) {
        CandidateFinder.Evidence evidence = evidence(text, reading, scheme, scheme.scheme());
        return inForce.stream().anyMatch(list -> finder.plainlyStarred(list, evidence))
                ? Sector.GOODS_AS_SERVICE
                : Sector.SERVICE;
    }

    private MatchDraft find(ListIndex list, LineText text, NameReading reading, SchemeInference.Reading scheme) {
        MatchDraft favoured = finder.find(list, evidence(text, reading, scheme, scheme.scheme()));
        if (scheme.alternative().isEmpty()) {
            return favoured;
        }
        MatchDraft other = finder.find(list, evidence(text, reading, scheme, scheme.alternative()));
        if (favoured.rows().keySet().equals(other.rows().keySet())) {
            return favoured.contradiction() == other.contradiction()
                    ? favoured
                    : favoured.contradicted(CodeContradiction.NONE).ask(Question.CATEGORY_SCHEME);
        }
        boolean oneOutside = favoured.isOutside() || other.isOutside();
        favoured.merge(other);
        favoured.ask(Question.CATEGORY_SCHEME);
        return oneOutside ? favoured.maybeOutside() : favoured;
    }

    private CandidateFinder.Evidence evidence(
            LineText text, NameReading reading, SchemeInference.Reading scheme, java.util.Optional<CategoryScheme> in) {
        boolean known = in.equals(scheme.scheme())
                ? scheme.known()
                : in.isPresent() && agreement.known(in.get(), scheme.code().orElseThrow());
        String official =
                in.isPresent() ? agreement.name(in.get(), scheme.code().orElseThrow()) : "";
        Set<String> officialKinds =
                in.isPresent() ? agreement.nameKinds(in.get(), scheme.code().orElseThrow()) : Set.of();
        boolean named =
                in.isPresent() && agreement.isNamed(in.get(), scheme.code().orElseThrow(), text.item());
        boolean described =
                in.isPresent() && agreement.isDescribed(in.get(), scheme.code().orElseThrow(), text.item());
        return new CandidateFinder.Evidence(
                text, reading, scheme.code(), in, known, official, named, described, officialKinds);
    }

    /** Drops rows of another capacity; where the capacity is missing, rows that differ by it all stay possible. */
    private static List<ListedItem> decideByCapacity(MatchDraft finding, LineText text) {
        Set<ListedItem> rows = new HashSet<>(finding.rows().keySet());
        if (rows.stream().allMatch(row -> row.capacity() == CapacityBand.ANY)) {
            return List.of();
        }
        OptionalInt watts = text.capacity();
        if (watts.isPresent()) {
            List<ListedItem> unfit = finding.rows().keySet().stream()
                    .filter(row -> !AirConditioning.holds(row, watts.getAsInt()))
                    .toList();
            if (unfit.size() == rows.size()) {
                return List.of();
            }
            unfit.forEach(finding::drop);
            return unfit;
        }
        boolean apart = rows.stream().anyMatch(one -> rows.stream()
                .anyMatch(two -> one.kind().equals(two.kind()) && one.capacity() != two.capacity()));
        if (apart) {
            finding.weaken();
            finding.ask(Question.COOLING_CAPACITY);
        }
        return List.of();
    }

    private boolean inProductionLine(MatchDraft finding, LineText text) {
        if (finding.rows().keySet().stream().anyMatch(row -> KnownKinds.isFurniture(kinds, row.kind()))) {
            return false;
        }
        for (LineText.Source source : LineText.Source.values()) {
            for (TermMention mention : text.mentions(source)) {
                if (mention.role() == NameTerm.Role.PRODUCTION_LINE) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<StandardExclusion> excluding(ListIndex list, MatchDraft finding, NameReading reading, LineText text) {
        return exclusions(list.list(), text.line())
                .filter(e -> finding.rows().keySet().stream().anyMatch(row -> kinds.isA(row.kind(), e.kind()))
                        || reading.kinds().stream().anyMatch(kind -> kinds.isA(kind, e.kind())))
                .toList();
    }

    private Stream<StandardExclusion> exclusions(ProductList list, PurchaseLine line) {
        return exclusions.stream()
                .filter(exclusion -> exclusion.listId().equals(list.id())
                        && !line.contractDate().isBefore(exclusion.from()));
    }

    /** The rows that the code leads to and that were not taken. */
    private static void explainDropped(
            ListIndex list,
            MatchDraft finding,
            List<ListedItem> explained,
            SchemeInference.Reading scheme,
            String why,
            Trace trace) {
        if (scheme.code().isEmpty()) {
            return;
        }
        list.related(scheme.scheme().orElseThrow(), scheme.code().get()).forEach((row, relation) -> {
            if (relation != ListIndex.Relation.COARSER
                    && !finding.rows().containsKey(row)
                    && !explained.contains(row)) {
                trace.note(Text.of(
                        "trace.dropped",
                        ListNames.of(list.list()),
                        row.entryId(),
                        row.itemName(),
                        scheme.code().get(),
                        why));
            }
        });
    }

    private static void explain(
            ListIndex list,
            MatchDraft finding,
            List<Candidate> candidates,
            List<Text> notes,
            List<ListMatch.Doubt> doubts,
            Trace trace) {
        for (Candidate candidate : candidates) {
            trace.note(Text.of(
                    "trace.candidate",
                    ListNames.of(list.list()),
                    candidate.item().entryId(),
                    candidate.item().itemName(),
                    "@basis." + candidate.basis().id()));
        }
        if (finding.canBeOutside()) {
            trace.note(Text.of("trace.may-be-outside", ListNames.of(list.list())));
        }
        switch (finding.contradiction()) {
            case OTHER_GOODS -> trace.note(Text.of("trace.miscoded"));
            case SERVICE_OR_WORKS -> trace.note(Text.of("trace.service-code"));
            case NONE -> {}
        }
        notes.forEach(trace::note);
        doubts.forEach(doubt -> trace.note(doubt.text()));
    }
}
