package org.greenaudit.matching.phrase;

import java.util.List;
import org.greenaudit.catalog.NameTerm;
import org.greenaudit.catalog.ProductKinds;
import org.greenaudit.text.Lexicon;
import org.greenaudit.text.NormalizedText;

/**
 * The parts of furniture that are no frame (五星脚, 拉手, 台面). What they are made of tells nothing of the body: a chair with
 * feet of nylon or steel may have either for its frame.
 */
final class Fittings {

    /** What the body is made of, whatever stands beside it: 钢架, 金属骨架. */
    private static final List<String> FRAMES = List.of("架", "框", "骨", "结构", "主体");

    /** What may stand between a part and the word for its material: 扶手：实木. */
    private static final List<String> IS_OF = List.of(":", "为", "是", "采用");

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

    /** The terms of a text without the materials of furniture that are told of such a part. */
    List<TermMention> passOver(NormalizedText text, List<TermMention> mentions) {
        return mentions.stream().anyMatch(mention -> isOfFitting(text, mention, mentions))
                ? mentions.stream()
                        .filter(mention -> !isOfFitting(text, mention, mentions))
                        .toList()
                : mentions;
    }

    private boolean isOfFitting(NormalizedText text, TermMention material, List<TermMention> mentions) {
        return material.role() == NameTerm.Role.PROPERTY
                && material.qualifies().stream().allMatch(kind -> KnownKinds.isFurniture(kinds, kind))
                && FRAMES.stream().noneMatch(wordOf(text, material)::endsWith)
                && (isBefore(text, material.end(), mentions) || isBehind(text, material.start()));
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

    private static String wordOf(NormalizedText text, TermMention mention) {
        return text.value().substring(mention.start(), mention.end());
    }

    /** Whether such a part follows, behind other words for materials or none: 钢化玻璃台面, 铝合金 五星脚. */
    private boolean isBefore(NormalizedText text, int end, List<TermMention> mentions) {
        int i = end;
        while (i < text.length() && fittings.longestAt(text.value(), i) == 0) {
            int from = i;
            int next = mentions.stream()
                    .filter(mention -> mention.start() == from && mention.role() == NameTerm.Role.PROPERTY)
                    .mapToInt(TermMention::end)
                    .max()
                    .orElse(i + attributes.longestAt(text.value(), i));
            if (next == i) {
                return false;
            }
            i = next;
        }
        int part = i;
        return i < text.length()
                && mentions.stream().noneMatch(mention -> mention.start() == part && mention.canBeHead());
    }

    private boolean isBehind(NormalizedText text, int start) {
        if (start == 0 || text.gapBefore(start)) {
            return false;
        }
        String before = text.value().substring(0, start);
        int end = start
                - IS_OF.stream()
                        .filter(before::endsWith)
                        .mapToInt(String::length)
                        .max()
                        .orElse(0);
        return end > 0 && fittings.longestBefore(before, end) > 0;
    }
}
