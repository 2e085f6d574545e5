package org.greenaudit.matching.phrase;

import java.util.List;
import org.greenaudit.catalog.NameTerm;
import org.greenaudit.catalog.ProductKinds;
import org.greenaudit.text.Lexicon;
import org.greenaudit.text.NormalizedText;

/** The parts of furniture that are no frame (五星脚, 拉手), told behind its name and a blank. */
final class Fittings {

    /** The characters of words that tell of a part. */
    private static final int LONGEST = 10;

    private final ProductKinds kinds;
    private final Lexicon fittings;
    private final Lexicon attributes;
    private final Lexicon wrappers;

    Fittings(ProductKinds kinds, List<NameTerm> terms) {
        this.kinds = kinds;
        this.fittings = NameTerm.words(terms, NameTerm.Role.FITTING);
        this.attributes = NameTerm.words(terms, NameTerm.Role.ATTRIBUTE);
        this.wrappers = NameTerm.words(terms, NameTerm.Role.WRAPPER);
    }

    /**
     * Where the words end that stand behind the name of furniture and a blank, and tell how such parts of it are (铝合金拉手,
     * 气杆升降); the end of the name where none do. The first part's own name alone (气杆) may be what is bought.
     */
    int endOfTold(NormalizedText text, TermMention furniture, int to) {
        int end = furniture.end();
        if (KnownKinds.isFurniture(kinds, furniture.kind())) {
            int next = endOfWord(text, end, to, true);
            while (next > end) {
                end = next;
                next = endOfWord(text, end, to, false);
            }
        }
        return end;
    }

    /** The first blank or other end of the words behind which they tell of a part; a blank may stand within them. */
    private int endOfWord(NormalizedText text, int start, int to, boolean first) {
        if (start >= to || !text.isApart(start)) {
            return start;
        }
        for (int end = start + 1;
                end <= to && end - start <= LONGEST && Character.isIdeographic(text.at(end - 1));
                end++) {
            boolean ends = end == to || text.isApart(end) || !Character.isIdeographic(text.at(end));
            if (ends && tells(text, start, end, first)) {
                return end;
            }
        }
        return start;
    }

    private boolean tells(NormalizedText text, int start, int end, boolean first) {
        int part = end;
        while (part > start
                && attributes.longestBefore(text.value(), part) > fittings.longestBefore(text.value(), part)) {
            part -= attributes.longestBefore(text.value(), part);
        }
        int length = part > start ? fittings.longestBefore(text.value(), part) : 0;
        boolean told = length > 0 && (!first || part - length > start || part < end);
        return told && (!first || wrappers.longestAt(text.value(), start) < end - start);
    }
}
