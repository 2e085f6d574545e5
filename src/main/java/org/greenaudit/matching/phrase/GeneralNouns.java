package org.greenaudit.matching.phrase;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.catalog.NameTerm;
import org.greenaudit.text.Lexicon;
import org.greenaudit.text.NormalizedText;

/** The general nouns that names of a kind end in (柜, 桌), which hint at it where nothing else is known. Immutable. */
final class GeneralNouns {

    private static final int LONGEST_BRAND = 4;

    private final BrandAliases brands;
    private final Warranty warranty;
    private final Lexicon wrappers;
    private final Lexicon nouns;
    private final Map<String, String> kinds;

    GeneralNouns(BrandAliases brands, Warranty warranty, List<NameTerm> terms) {
        this.brands = brands;
        this.warranty = warranty;
        this.wrappers = NameTerm.words(terms, NameTerm.Role.WRAPPER);
        this.nouns = NameTerm.words(terms, NameTerm.Role.GENERAL);
        this.kinds = terms.stream()
                .filter(term -> term.role() == NameTerm.Role.GENERAL)
                .collect(Collectors.toUnmodifiableMap(NameTerm::text, NameTerm::kind, (one, other) -> one));
    }

    /** Where a general noun that begins at a position ends; the position itself where none begins. */
    int endAt(String text, int position) {
        return position + nouns.longestAt(text, position);
    }

    /** The kind that a general noun hints at. */
    Optional<String> kindOf(String noun) {
        return Optional.ofNullable(kinds.get(noun));
    }

    /**
     * The kind that a name without any known term may be, by the general noun that its first words end in (存物柜, 问诊桌);
     * none where they end in another. A short word with a model before the goods is a brand.
     */
    Optional<String> ofName(NormalizedText text) {
        int start = behindLatin(text, 0);
        int end = endOfWords(text, start);
        int next = behindLatin(text, end);
        if (next > end && next < text.length() && end - start <= LONGEST_BRAND) {
            Optional<String> first = ofWords(text, start, end);
            return first.isPresent() ? first : ofWords(text, next, endOfWords(text, next));
        }
        return ofWords(text, start, end);
    }

    private Optional<String> ofWords(NormalizedText text, int start, int until) {
        int end = until;
        int wrapper = end > start ? wrappers.longestBefore(text.value(), end) : 0;
        while (wrapper > 0 && end - wrapper > start) {
            end -= wrapper;
            wrapper = wrappers.longestBefore(text.value(), end);
        }
        int noun = end > start ? nouns.longestBefore(text.value(), end) : 0;
        return end - noun > start ? kindOf(text.value().substring(end - noun, end)) : Optional.empty();
    }

    private static int behindLatin(NormalizedText text, int from) {
        int i = from;
        while (i < text.length() && text.at(i) < NormalizedText.FIRST_HAN) {
            i++;
        }
        return i;
    }

    /** Where Latin letters, a promise of the seller or, behind a blank, a brand follow. */
    private int endOfWords(NormalizedText text, int from) {
        int i = from;
        while (i < text.length() && text.at(i) >= NormalizedText.FIRST_HAN && warranty.endAt(text, i) == i) {
            boolean brand = i > from
                    && text.gapBefore(i)
                    && brands.leading(text.value().substring(i)).isPresent();
            if (brand) {
                return i;
            }
            i++;
        }
        return i;
    }

    /** Whether a stretch of a name holds nothing but brands, letters and figures, and what the seller promises. */
    boolean tellsNoKind(NormalizedText name, int from, int to) {
        int i = from;
        while (i < to) {
            int end = name.at(i) < 0x80 ? i + 1 : warranty.endAt(name, i);
            if (end == i) {
                String words = name.value().substring(i, to);
                end = brands.leading(words)
                        .flatMap(brand -> brands.within(words))
                        .map(named -> to - named.rest().length())
                        .orElse(i);
            }
            if (end == i) {
                return false;
            }
            i = end;
        }
        return true;
    }
}
