package org.greenaudit.matching;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.catalog.ProductKinds;
import org.greenaudit.matching.CandidateFinder.Evidence;
import org.greenaudit.matching.ListIndex.Relation;
import org.greenaudit.matching.phrase.KnownKinds;
import org.greenaudit.matching.phrase.TermMention;

/**
 * Finds rows where the name itself tells no kind: by the code, and by whatever the other texts let show. A row that is
 * all its code names needs nothing else; a row that is only a kind of it needs the kind confirmed, else it stays
 * possible.
 */
final class CodeOnlyFinder {

    /** A coarser code of at least three levels (A020523) still tells something of an unknown name. */
    private static final int TELLING_LENGTH = 7;

    private final ProductKinds kinds;

    CodeOnlyFinder(ProductKinds kinds) {
        this.kinds = kinds;
    }

    /** The rows that a code leads to. */
    MatchDraft find(CodedRows coded) {
        Evidence evidence = coded.evidence();
        List<ListedItem> whole = coded.whole();
        if (!whole.isEmpty()) {
            return MatchDraft.of(whole, MatchBasis.CODE);
        }
        List<ListedItem> rows = coded.with(Relation.PART);
        if (rows.isEmpty() && tellsEnough(evidence)) {
            rows = coded.with(Relation.COARSER);
        }
        if (rows.isEmpty()) {
            return MatchDraft.outside(NotListedReason.NOT_ON_LIST);
        }
        Set<ListedItem> confirmed = confirmed(rows, evidence.text());
        if (!confirmed.isEmpty()) {
            boolean oneKind =
                    confirmed.stream().map(ListedItem::kind).distinct().count() == 1;
            return oneKind
                    ? MatchDraft.of(confirmed, MatchBasis.CODE_AND_NAME)
                    : MatchDraft.possible(confirmed, Question.KIND_AMBIGUOUS, true);
        }
        boolean printers = rows.stream().allMatch(row -> KnownKinds.isPrinter(kinds, row.kind()));
        return MatchDraft.possible(rows, printers ? Question.PRINTER_TECHNOLOGY : Question.KIND_AMBIGUOUS, true);
    }

    private static boolean tellsEnough(Evidence evidence) {
        if (evidence.code().isEmpty()) {
            return false;
        }
        String item = evidence.text().item().value();
        return evidence.code().get().value().length() >= TELLING_LENGTH
                || item.equals(evidence.text().category().value())
                || evidence.officiallyNamed();
    }

    private Set<ListedItem> confirmed(List<ListedItem> rows, LineText text) {
        for (LineText.Source source : LineText.Source.values()) {
            List<TermMention> mentions = text.mentions(source);
            Set<ListedItem> found = new LinkedHashSet<>();
            for (ListedItem row : rows) {
                if (mentions.stream().anyMatch(mention -> speaksOf(mention, row.kind()))) {
                    found.add(row);
                }
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return Set.of();
    }

    private boolean speaksOf(TermMention mention, String kind) {
        return (mention.isGoods() && kinds.isA(mention.kind(), kind))
                || mention.qualifies().stream().anyMatch(k -> kinds.isA(k, kind));
    }
}
