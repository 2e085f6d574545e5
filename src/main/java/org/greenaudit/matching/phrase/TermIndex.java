package org.greenaudit.matching.phrase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ahocorasick.trie.PayloadEmit;
import org.ahocorasick.trie.PayloadTrie;
import org.greenaudit.catalog.NameTerm;
import org.greenaudit.text.NormalizedText;

/**
 * Finds every term of the catalog in a text in one pass (Aho–Corasick). Where terms overlap, the leftmost and then the
 * longest wins, so that 服务器 is no 服务 and 投影幕 no 投影; but goods give way to another thing that begins in their name
 * and goes on behind it: 家用空调被 is a quilt. Terms that begin or end with a Latin letter or a digit
 * match at word borders only, and never within a model. General nouns and wrappers are {@link PhraseTail}'s. Immutable and safe for several threads.
 */
public final class TermIndex {

    private static final Comparator<PayloadEmit<Meaning>> LEFTMOST_LONGEST =
            Comparator.<PayloadEmit<Meaning>>comparingInt(PayloadEmit::getStart)
                    .thenComparing(Comparator.<PayloadEmit<Meaning>>comparingInt(PayloadEmit::getEnd)
                            .reversed());

    /** So few letters before more digits are a model. */
    private static final int LETTERS_OF_MODEL = 2;

    /** So many characters are a name of goods in short. */
    private static final int ABBREVIATION = 2;

    /** A cover, or with one of the next characters behind it a set: 椅套, but 桌椅套装. */
    private static final char COVER = '套';

    private static final String OF_A_SET = "装件组系";

    /** The last characters of places: 机房, 泵站. */
    private static final String PLACES = "房室间站库";

    private final PayloadTrie<Meaning> trie;

    private record Meaning(NameTerm.Role role, String kind, List<String> qualifies, List<String> otherUses) {}

    /** Builds the index of these terms. */
    public TermIndex(List<NameTerm> terms) {
        Map<String, List<NameTerm>> byText = new HashMap<>();
        for (NameTerm term : terms) {
            if (term.role().compareTo(NameTerm.Role.OTHER_HEAD) >= 0) {
                continue;
            }
            byText.computeIfAbsent(term.text(), t -> new ArrayList<>()).add(term);
        }
        PayloadTrie.PayloadTrieBuilder<Meaning> builder = PayloadTrie.builder();
        byText.forEach((text, meanings) -> builder.addKeyword(text, meaning(meanings)));
        this.trie = builder.build();
    }

    private static Meaning meaning(List<NameTerm> terms) {
        NameTerm leading = terms.stream()
                .min(Comparator.<NameTerm, Boolean>comparing(TermIndex::qualifies)
                        .thenComparing(NameTerm::role))
                .orElseThrow();
        List<String> qualifies =
                terms.stream().filter(TermIndex::qualifies).map(NameTerm::kind).toList();
        boolean names = leading.role() == NameTerm.Role.INCLUDE || leading.role() == NameTerm.Role.EXCLUDE;
        List<String> otherUses = terms.stream()
                .filter(t -> t.role() == NameTerm.Role.OTHER_USE)
                .map(NameTerm::kind)
                .toList();
        return new Meaning(leading.role(), names ? leading.kind() : "", qualifies, otherUses);
    }

    private static boolean qualifies(NameTerm term) {
        return term.role() == NameTerm.Role.QUALIFIER || term.role() == NameTerm.Role.PROPERTY;
    }

    /** The terms in a text, in the order of their places, never overlapping. */
    public List<TermMention> find(NormalizedText text) {
        if (text.length() == 0) {
            return List.of();
        }
        List<PayloadEmit<Meaning>> hits = new ArrayList<>();
        trie.parseText(
                text.value(),
                emit -> text.borderAt(emit.getStart())
                        && text.borderAt(emit.getEnd() + 1)
                        && !isCutFromSet(text, emit.getEnd())
                        && hits.add(emit));
        hits.sort(LEFTMOST_LONGEST);
        List<TermMention> mentions = new ArrayList<>(hits.size());
        int free = 0;
        for (int i = 0; i < hits.size(); i++) {
            PayloadEmit<Meaning> hit = hits.get(i);
            if (hit.getStart() >= free
                    && !isWithinModel(text, hit)
                    && !isTwoWords(text, hit, hits.subList(i + 1, hits.size()))
                    && !givesWay(text, hit, hits.subList(i + 1, hits.size()))) {
                free = hit.getEnd() + 1;
                Meaning meaning = hit.getPayload();
                mentions.add(new TermMention(
                        hit.getStart(),
                        free,
                        meaning.role(),
                        meaning.kind(),
                        meaning.qualifies(),
                        meaning.otherUses()));
            }
        }
        return mentions;
    }

    private static boolean isCutFromSet(NormalizedText text, int last) {
        return text.at(last) == COVER && last + 1 < text.length() && OF_A_SET.indexOf(text.at(last + 1)) >= 0;
    }

    /** Whether letters that name goods are part of a model: DR in JZ-DR2325, CT in CT202344. */
    private static boolean isWithinModel(NormalizedText text, PayloadEmit<Meaning> hit) {
        int start = hit.getStart();
        int end = hit.getEnd() + 1;
        if (hit.getPayload().role() != NameTerm.Role.INCLUDE
                || !hit.getKeyword().chars().allMatch(c -> c < 0x80)) {
            return false;
        }
        int digits = end;
        while (digits < text.length() && NormalizedText.isDigit(text.at(digits)) && !text.gapBefore(digits)) {
            digits++;
        }
        return (end - start <= LETTERS_OF_MODEL && digits - end > LETTERS_OF_MODEL)
                || (start > 1 && text.at(start - 1) == '-' && text.at(start - 2) < 0x80);
    }

    /**
     * Whether a blank parts a name into goods and another thing that is a term itself: 空调 铜管. A place that is named by its
     * goods has no blank: 空调 机房 is no 空调机房.
     */
    private static boolean isTwoWords(
            NormalizedText text, PayloadEmit<Meaning> name, List<PayloadEmit<Meaning>> others) {
        boolean place =
                name.getPayload().role() == NameTerm.Role.PROTECTED && PLACES.indexOf(text.at(name.getEnd())) >= 0;
        return (place || isAnotherThing(name.getPayload().role()))
                && others.stream()
                        // sorted: a long text has thousands of others behind the name
                        .takeWhile(goods -> goods.getStart() == name.getStart())
                        .filter(goods ->
                                goods.getPayload().role() == NameTerm.Role.INCLUDE && text.isApart(goods.getEnd() + 1))
                        .anyMatch(goods -> place
                                || others.stream()
                                        .takeWhile(thing -> thing.getStart() <= name.getEnd())
                                        .anyMatch(thing -> thing.getStart() == goods.getEnd() + 1
                                                && thing.getEnd() == name.getEnd()
                                                && isAnotherThing(
                                                        thing.getPayload().role())));
    }

    private static boolean isAnotherThing(NameTerm.Role role) {
        return switch (role) {
            case EXCLUDE, ACCESSORY, OTHER_GOODS -> true;
            default -> false;
        };
    }

    /**
     * Whether another thing, the name of goods in full (彩激打印机 is no 激打), or a longer word behind a blank (激光 打印复印扫描)
     * begins in the name of goods and goes on.
     */
    private static boolean givesWay(NormalizedText text, PayloadEmit<Meaning> goods, List<PayloadEmit<Meaning>> later) {
        if (goods.getPayload().role() != NameTerm.Role.INCLUDE) {
            return false;
        }
        for (PayloadEmit<Meaning> other : later) {
            if (other.getStart() > goods.getEnd()) {
                return false;
            }
            boolean wordOfItsOwn = text.isApart(other.getStart())
                    && !text.isApart(goods.getEnd() + 1)
                    && other.getPayload().role() != NameTerm.Role.INCLUDE;
            boolean inFull = goods.size() == ABBREVIATION && other.getPayload().role() == NameTerm.Role.INCLUDE;
            if ((isAnotherThing(other.getPayload().role()) || wordOfItsOwn || inFull)
                    && other.getStart() > goods.getStart()
                    && other.getEnd() > goods.getEnd()) {
                return true;
            }
        }
        return false;
    }
}
