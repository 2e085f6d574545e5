package org.greenaudit.matching.phrase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.greenaudit.catalog.NameTerm;
import org.greenaudit.catalog.ProductKinds;
import org.greenaudit.text.Lexicon;
import org.greenaudit.text.NormalizedText;

/**
 * The parts of furniture that are no frame (五星脚, 拉手, 台面). What they are made of tells nothing of the body: a chair with
 * feet of nylon or steel may have either for its frame. In a description any other noun behind a material is such a part
 * (钢制走线槽), and a colour or grain is no material (胡桃木色, 木纹).
 */
final class Fittings {

    /** What the body is made of, whatever stands beside it: 钢架, 金属骨架. */
    private static final List<String> FRAMES = List.of("架", "框", "骨", "结构", "主体");

    /** How the body is made, behind a material in a description; a part's name does not begin so. */
    private static final List<String> OF_BODY = List.of(
            "材", "质", "制", "身", "架", "框", "骨", "结构", "主体", "主要", "整体", "台架", "桌架", "椅架", "柜体", "床体", "管", "板", "皮", "贴",
            "饰", "漆", "喷", "塑", "烤", "电镀", "镀", "焊", "加工", "而成", "压制", "组合", "拼", "为", "和", "与", "及", "或", "加", "等",
            "环保", "优质", "厚", "环氧", "经", "采用", "面板");

    /** Behind the name of a wood, it tells of a colour. */
    private static final List<String> COLOURS = List.of("色", "纹");

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

    /**
     * The terms of a text without the materials of furniture that are told of such a part.
     *
     * @param name whether the text is a name, whose last noun is what is bought, and no description
     */
    List<TermMention> passOver(NormalizedText text, List<TermMention> mentions, boolean name) {
        List<TermMention> kept = new ArrayList<>(mentions.size());
        for (TermMention mention : mentions) {
            if (isMaterial(text, mention)) {
                ofBody(text, mention, mentions, name).ifPresent(kept::add);
            } else if (name || !isFurniture(mention) || !isPart(text, mention, mentions)) {
                kept.add(mention);
            }
        }
        return kept.size() == mentions.size() && kept.equals(mentions) ? mentions : kept;
    }

    private boolean isMaterial(NormalizedText text, TermMention mention) {
        return mention.role() == NameTerm.Role.PROPERTY
                && mention.qualifies().stream().anyMatch(kind -> KnownKinds.isFurniture(kinds, kind))
                && FRAMES.stream().noneMatch(wordOf(text, mention)::endsWith);
    }

    /** The material as far as it is told of a body. */
    private Optional<TermMention> ofBody(
            NormalizedText text, TermMention material, List<TermMention> mentions, boolean name) {
        if (isBehind(text, material.start(), name) || startsWithAny(text, material.end(), COLOURS)) {
            return Optional.empty();
        }
        int i = endOfMaterials(text, material.end(), mentions);
        if (i == text.length()) {
            return Optional.of(material);
        }
        Optional<TermMention> goods = headAt(mentions, i);
        if (name && goods.isPresent()) {
            return Optional.of(material);
        }
        int part = fittings.longestAt(text.value(), i);
        if (goods.filter(this::isFurniture).isPresent()
                && goods.get().end() - i >= part
                && endsAt(text, goods.get().end(), mentions)) {
            return of(material, goods.get().kind());
        }
        if (part > 0) {
            return Optional.empty();
        }
        boolean body = startsWithAny(text, i, FRAMES) || (goods.isEmpty() && isOfBody(text, i));
        return name || body || isOpen(text, i) || isLabel(text, i) ? Optional.of(material) : Optional.empty();
    }

    /** Whether the name of furniture in a description is a part's, or the beginning of one: 坐垫, 桌斗. */
    private boolean isPart(NormalizedText text, TermMention furniture, List<TermMention> mentions) {
        return fittings.longestAt(text.value(), furniture.start()) >= furniture.end() - furniture.start()
                || !endsAt(text, furniture.end(), mentions);
    }

    private static Optional<TermMention> headAt(List<TermMention> mentions, int start) {
        return mentions.stream()
                .filter(mention -> mention.start() == start && mention.canBeHead())
                .max(Comparator.comparingInt(TermMention::end));
    }

    private boolean isFurniture(TermMention mention) {
        return mention.isGoods() && KnownKinds.isFurniture(kinds, mention.kind());
    }

    /** Whether the name of furniture is the last noun there, or its frame is: 钢制椅架, and no 桌斗. */
    private boolean endsAt(NormalizedText text, int end, List<TermMention> mentions) {
        boolean apart = text.isApart(end) && !isOpen(text, end + 1);
        return apart
                || isOpen(text, end)
                || isOfBody(text, end)
                || headAt(mentions, end).isPresent()
                || attributes.longestAt(text.value(), end) > fittings.longestAt(text.value(), end);
    }

    private boolean isOfBody(NormalizedText text, int at) {
        int wrapped = wrappers.longestAt(text.value(), at);
        return startsWithAny(text, at, OF_BODY) || wrapped > 1 || (wrapped > 0 && isOpen(text, at + wrapped));
    }

    /** Whether no noun follows; a blank parts none, since it may stand anywhere between Chinese characters. */
    private static boolean isOpen(NormalizedText text, int from) {
        return from >= text.length() || !Character.isIdeographic(text.at(from));
    }

    /** Whether the next words are the label of something else: 钢制 颜色：灰. */
    private static boolean isLabel(NormalizedText text, int from) {
        int end = from;
        while (!isOpen(text, end) && end - from < LONGEST) {
            end++;
        }
        return end < text.length() && text.at(end) == ':';
    }

    /** The material of one piece of furniture among others: a steel cabinet beside a desk. */
    private Optional<TermMention> of(TermMention material, String furniture) {
        List<String> own = material.qualifies().stream()
                .filter(kind -> kinds.isA(kind, furniture) || kinds.isA(furniture, kind))
                .toList();
        return own.isEmpty()
                ? Optional.empty()
                : Optional.of(new TermMention(
                        material.start(), material.end(), material.role(), material.kind(), own, material.otherUses()));
    }

    private static boolean startsWithAny(NormalizedText text, int at, List<String> words) {
        return words.stream().anyMatch(word -> text.value().startsWith(word, at));
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

    /** Where the words for materials end: 钢化玻璃台面, 铝合金 五星脚. */
    private int endOfMaterials(NormalizedText text, int end, List<TermMention> mentions) {
        int i = end;
        while (i < text.length() && fittings.longestAt(text.value(), i) == 0 && !startsWithAny(text, i, OF_BODY)) {
            int from = i;
            int next = mentions.stream()
                    .filter(mention -> mention.start() == from && mention.role() == NameTerm.Role.PROPERTY)
                    .mapToInt(TermMention::end)
                    .max()
                    .orElse(i + attributes.longestAt(text.value(), i));
            if (next == i) {
                return i;
            }
            i = next;
        }
        return i;
    }

    private boolean isBehind(NormalizedText text, int start, boolean name) {
        if (start == 0 || (name && text.isApart(start))) {
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
