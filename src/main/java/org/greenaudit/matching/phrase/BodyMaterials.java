package org.greenaudit.matching.phrase;

import java.util.List;
import java.util.Optional;
import org.greenaudit.catalog.NameTerm;
import org.greenaudit.catalog.ProductKinds;
import org.greenaudit.matching.phrase.FurnitureLabels.Of;
import org.greenaudit.text.Lexicon;
import org.greenaudit.text.NormalizedText;

/**
 * Tells the materials of furniture that are told of its body from those of its parts (五星脚, 拉手): a chair with feet of
 * nylon or steel may have either for its frame. In a description any other noun behind a material is such a part
 * (钢制走线槽), and a colour or grain is no material (胡桃木色, 木纹).
 */
final class BodyMaterials {

    /** What the body is made of, whatever stands beside it: 钢架, 金属骨架. */
    private static final List<String> FRAMES = List.of("架", "框", "骨", "结构", "主体");

    /** How the body is made, behind a material in a description; a part's name does not begin so. */
    private static final List<String> OF_BODY = List.of(
            "材", "质", "制", "身", "架", "框", "骨", "结构", "主体", "主要", "整体", "台架", "桌架", "椅架", "柜体", "床体", "管", "板", "皮", "贴",
            "饰", "漆", "喷", "塑", "烤", "电镀", "镀", "焊", "加工", "而成", "压制", "组合", "拼", "为", "和", "与", "及", "或", "加", "等",
            "环保", "优质", "厚", "环氧", "经", "采用", "面板");

    /** Behind the name of a material, it tells of a look or of what goods are packed in. */
    private static final List<String> LOOKS = List.of("色", "纹", "质感", "感", "光泽", "风格", "风", "包装", "箱包装", "打包");

    /** Metals that are words only where nothing else is written with them: 材质：钢, but no 钢琴. */
    private static final String METALS = "钢铁铝";

    /** Behind such a metal they go on with it. */
    private static final String METAL_GOES_ON = "制质";

    /** How the goods themselves are, behind a material in a name: 钢制带锁柜, 木质单抽屉桌. */
    private static final List<String> OF_GOODS =
            List.of("带", "含", "有", "无", "配", "单", "双", "一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十", "多");

    /** The characters of words that tell of a part. */
    private static final int LONGEST = 10;

    private final ProductKinds kinds;
    private final FurnitureLabels labels;
    private final Lexicon fittings;
    private final Lexicon attributes;
    private final Lexicon wrappers;

    BodyMaterials(ProductKinds kinds, List<NameTerm> terms) {
        this.kinds = kinds;
        this.labels = new FurnitureLabels(terms);
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
        if (mentions.stream().noneMatch(mention -> isMaterial(mention, name) || isFurniture(mention))) {
            return mentions;
        }
        FurnitureLabels.Walk walk = labels.of(text, name);
        FurnitureMaterials told = new FurnitureMaterials(kinds);
        for (int i = 0; i < mentions.size(); i++) {
            TermMention mention = mentions.get(i);
            if (isMaterial(mention, name)) {
                Of label = walk.governing(mention);
                boolean own = label == Of.OPEN || label == Of.BODY || label == Of.FRAME;
                Told of = own ? told(text, mentions, i, name, label) : Told.of(label);
                Of part = of.of() == Of.BODY && label == Of.FRAME ? Of.FRAME : of.of();
                told.add(mention, part, of.furniture().isEmpty() ? walk.furniture() : of.furniture());
            } else if (isFurniture(mention)) {
                walk.pass(mention);
                if (name || !isPart(text, mentions, i)) {
                    told.add(mention);
                }
            } else {
                told.add(mention);
            }
        }
        List<TermMention> kept = told.ofBody();
        return kept.equals(mentions) ? mentions : kept;
    }

    /** Whether a term is the name of a material; what may be bought itself (多层板, 钢架) is one in descriptions alone. */
    private boolean isMaterial(TermMention mention, boolean name) {
        return (mention.role() == NameTerm.Role.PROPERTY || (!name && !isFurniture(mention)))
                && mention.qualifies().stream().anyMatch(kind -> KnownKinds.isFurniture(kinds, kind));
    }

    /** Of what a material tells, and the kind of the one piece of furniture that has it, empty if all do. */
    private record Told(Of of, String furniture) {

        private static final Told OF_BODY = of(Of.BODY);
        private static final Told OF_PART = of(Of.PART);

        private static Told of(Of of) {
            return new Told(of, "");
        }
    }

    /** Of what a material tells that no label says to be a part's. */
    private Told told(NormalizedText text, List<TermMention> mentions, int at, boolean name, Of label) {
        TermMention material = mentions.get(at);
        String word = text.value().substring(material.start(), material.end());
        boolean frame = FRAMES.stream().anyMatch(word::endsWith);
        if (isNoMaterial(text, material, word, frame)) {
            return Told.OF_PART;
        }
        if (frame) {
            return Told.of(FurnitureLabels.ofFrame(word));
        }
        if (labels.isTop(word) && !KnownKinds.isWood(material)) {
            return isOpen(text, material.end()) || isOfBody(text, material.end()) ? Told.of(Of.TOP) : Told.OF_PART;
        }
        Of before = material.start() == 0 || (name && text.isApart(material.start()))
                ? Of.OPEN
                : labels.partBefore(text, material.start());
        if (before != Of.OPEN) {
            return Told.of(before);
        }
        int named = name ? 0 : labels.lengthOfFrameBefore(text, material.start());
        if (named > 0 && isFirstWord(text, mentions, at, material.start() - named)) {
            return Told.of(FurnitureLabels.ofFrame(text.value().substring(material.start() - named, material.start())));
        }
        int end = endOfMaterials(text, mentions, at, name);
        if (end == text.length()) {
            return Told.OF_BODY;
        }
        int part = fittings.longestAt(text.value(), end);
        Optional<TermMention> goods = headAt(mentions, at + 1, end).filter(head -> head.end() - end > part);
        if (name && goods.isPresent()) {
            return Told.OF_BODY;
        }
        int frameWord = labels.lengthOfFrame(text, end);
        if (!name
                && frameWord > part
                && goods.filter(head -> head.end() - end > frameWord).isEmpty()) {
            return Told.of(FurnitureLabels.ofFrame(text.value().substring(end, end + frameWord)));
        }
        if (goods.filter(this::isFurniture).isPresent()
                && endsAt(text, goods.get().end(), mentions, at + 1)) {
            return new Told(Of.BODY, goods.get().kind());
        }
        if (part > 0 && !(label != Of.OPEN && isLabel(text, end))) {
            return Told.of(labels.partAt(text, end));
        }
        if (name) {
            return isPartBetween(text, mentions, at + 1, end) ? Told.OF_PART : Told.OF_BODY;
        }
        boolean body = label != Of.OPEN
                || startsWithAny(text, end, FRAMES)
                || (goods.isEmpty() && isOfBody(text, end))
                || isOpen(text, end)
                || isLabel(text, end);
        return body ? Told.OF_BODY : Told.OF_PART;
    }

    /** Whether a word tells of a look or a packing, is a label itself, or only a character of another word. */
    private static boolean isNoMaterial(NormalizedText text, TermMention material, String word, boolean frame) {
        boolean label = material.end() < text.length() && text.at(material.end()) == ':';
        return startsWithAny(text, material.end(), LOOKS)
                || (label && !frame)
                || (METALS.contains(word) && !standsAlone(text, material));
    }

    /** Whether a piece of the description begins with a word, behind no material that tells of it: 桌架钢管, but 钢制 桌架木质桌面. */
    private static boolean isFirstWord(NormalizedText text, List<TermMention> mentions, int at, int word) {
        return (at == 0 || mentions.get(at - 1).end() < word) && (word == 0 || isOpen(text, word - 1));
    }

    /** Whether a metal is a word of its own: 材质：钢, 框架为钢制. */
    private static boolean standsAlone(NormalizedText text, TermMention metal) {
        int end = metal.end();
        if (end < text.length() && METAL_GOES_ON.indexOf(text.at(end)) >= 0) {
            end++;
        }
        int start = metal.start();
        boolean begins = start == 0
                || !Character.isIdeographic(text.at(start - 1))
                || text.at(start - 1) == '为'
                || text.value().startsWith("采用", start - 2);
        return begins && isOpen(text, end);
    }

    /** Whether a part stands between a material and the goods of a name: 木质写字板 in 木质写字板培训椅, but not 带锁. */
    private boolean isPartBetween(NormalizedText text, List<TermMention> mentions, int from, int start) {
        for (int i = from; i < mentions.size() && mentions.get(i).start() - start <= LONGEST; i++) {
            int end = mentions.get(i).start();
            if (end > start && isFurniture(mentions.get(i))) {
                int part = fittings.longestBefore(text.value(), end);
                return part > 1 && end - part >= start && !startsWithAny(text, start, OF_GOODS);
            }
        }
        return false;
    }

    /** Whether the name of furniture in a description is a part's, or the beginning of one: 坐垫, 桌斗. */
    private boolean isPart(NormalizedText text, List<TermMention> mentions, int at) {
        TermMention furniture = mentions.get(at);
        return fittings.longestAt(text.value(), furniture.start()) >= furniture.end() - furniture.start()
                || !endsAt(text, furniture.end(), mentions, at + 1);
    }

    /** The goods or other thing that begins at a place, among the mentions from one on. */
    private static Optional<TermMention> headAt(List<TermMention> mentions, int from, int start) {
        for (int i = from; i < mentions.size() && mentions.get(i).start() <= start; i++) {
            if (mentions.get(i).start() == start && mentions.get(i).canBeHead()) {
                return Optional.of(mentions.get(i));
            }
        }
        return Optional.empty();
    }

    private boolean isFurniture(TermMention mention) {
        return mention.isGoods() && KnownKinds.isFurniture(kinds, mention.kind());
    }

    /** Whether the name of furniture is the last noun there, or its frame is: 钢制椅架, and no 桌斗. */
    private boolean endsAt(NormalizedText text, int end, List<TermMention> mentions, int from) {
        boolean apart = text.isApart(end) && !isOpen(text, end + 1);
        return apart
                || isOpen(text, end)
                || isOfBody(text, end)
                || headAt(mentions, from, end).isPresent()
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

    /**
     * Where the words for materials end: 钢化玻璃台面, 铝合金 五星脚; the end of the text where a part of plastic follows, which
     * has nothing of the wood or metal before it: 钢木 ABS桌面.
     */
    private int endOfMaterials(NormalizedText text, List<TermMention> mentions, int at, boolean name) {
        int start = mentions.get(at).end();
        int i = start;
        int next = at + 1;
        while (i < text.length()
                && i - start <= LONGEST
                && fittings.longestAt(text.value(), i) == 0
                && !startsWithAny(text, i, OF_BODY)) {
            while (next < mentions.size() && mentions.get(next).start() < i) {
                next++;
            }
            boolean material =
                    next < mentions.size() && mentions.get(next).start() == i && isMaterial(mentions.get(next), name);
            boolean ofPart = material && !isWoodOrMetal(mentions.get(next)) && isWoodOrMetal(mentions.get(at));
            int end = material ? mentions.get(next).end() : i + attributes.longestAt(text.value(), i);
            if (end == i) {
                return i;
            }
            if (ofPart && fittings.longestAt(text.value(), end) > 0) {
                return text.length();
            }
            i = end;
        }
        return i;
    }

    private static boolean isWoodOrMetal(TermMention material) {
        return KnownKinds.isWood(material) || KnownKinds.isMetal(material);
    }

    private static boolean startsWithAny(NormalizedText text, int at, List<String> words) {
        return words.stream().anyMatch(word -> text.value().startsWith(word, at));
    }
}
