package org.greenaudit.matching.phrase;

import java.util.List;
import java.util.Set;
import org.greenaudit.catalog.NameTerm;
import org.greenaudit.catalog.ProductKinds;
import org.greenaudit.text.Lexicon;
import org.greenaudit.text.NormalizedText;

/**
 * The noun of a part, or of other goods, that only figures and Latin letters part from the goods before it. Where they are
 * glued to both, it says what is bought as if they were not there: 空调5P压缩机, 水龙头O型圈. Behind a blank or a model nobody
 * can say whether it does: 空调 KFR-35GW 四通阀.
 */
final class FiguredPart {

    /** Fewer letters and figures are a processor or a size (i5, a4) and no model. */
    private static final int SHORTEST_MODEL = 3;

    /** The characters between the figures and the noun that tell how the part is: 12V直流电源. */
    private static final int LONGEST_MODIFIER = 4;

    /** Units and other words that go with figures and letters. */
    private static final List<String> UNITS = List.of(
            "型", "寸", "英寸", "米", "毫米", "厘米", "公分", "芯", "分", "匹", "升", "毫升", "瓦", "千瓦", "伏", "安", "度", "号", "位", "人位",
            "孔", "路", "口", "级", "代", "系列", "公斤", "千克", "克", "斤", "英尺", "尺", "平方", "目", "针", "线制", "相", "极", "档", "层",
            "盘位", "式", "度", "兆", "千兆", "万兆", "美标", "国标", "斗", "眼", "抽", "屉", "流明", "坑距", "公里");

    /** They count what stands behind them, which goods may have: 办公椅5轮, 更衣柜6门, 双门. */
    private static final String COUNTING = "一二两三四五六七八九十双单多全台套个件张把只块部辆盏根卷箱批组";

    /** Short nouns that tell what the goods are even behind letters: IPS屏, KFR-35GW机. */
    private static final String OF_THE_GOODS = "屏机台柜座式门箱车床桌椅凳架";

    /** How the names of processors begin. */
    private static final Set<String> PROCESSORS =
            Set.of("i3", "i5", "i7", "i9", "r3", "r5", "r7", "r9", "n4", "n5", "j4", "e5");

    private final ProductKinds kinds;
    private final Lexicon wrappers;
    private final Lexicon heads;
    private final Lexicon parts;
    private final Lexicon attributes;
    private final Lexicon fittings;

    /** Whether such a noun follows goods. */
    enum Noun {
        NONE,
        /** Words that no lexicon holds are glued to the figures. */
        UNKNOWN,
        /** It may be what is bought. */
        MAYBE,
        /** It is. */
        BOUGHT
    }

    FiguredPart(ProductKinds kinds, List<NameTerm> terms) {
        this.kinds = kinds;
        this.wrappers = NameTerm.words(terms, NameTerm.Role.WRAPPER);
        this.heads = NameTerm.words(terms, NameTerm.Role.HEAD);
        this.parts = NameTerm.words(terms, NameTerm.Role.PART);
        this.attributes = NameTerm.words(terms, NameTerm.Role.ATTRIBUTE);
        this.fittings = NameTerm.words(terms, NameTerm.Role.FITTING);
    }

    /** The noun behind goods that are the last in a clause. */
    Noun behind(NormalizedText text, TermMention goods, NamePhrase clause) {
        if (!goods.isGoods() && !goods.standsForGoods()) {
            return Noun.NONE;
        }
        int figured = endOfFigures(text, goods.end(), clause.end());
        int end = endOfNoun(text, figured, clause.end());
        if (figured > goods.end() && end > figured && isNoun(text, goods, clause, figured, end)) {
            return Noun.BOUGHT;
        }
        if (isPartOfModel(text, clause, goods)) {
            return Noun.MAYBE;
        }
        return figured > goods.end() && isUnknown(text, clause, figured, end) ? Noun.UNKNOWN : Noun.NONE;
    }

    /** Whether a term is such a noun of the goods before it, with nothing behind it. */
    boolean isBought(NormalizedText text, TermMention thing, TermMention goods, NamePhrase clause) {
        int figured = endOfFigures(text, goods.end(), clause.end());
        return goods.isGoods()
                && figured > goods.end()
                && thing.start() >= figured
                && thing.end() == endOfNoun(text, figured, clause.end())
                && isNoun(text, goods, clause, figured, thing.end());
    }

    /** Where figures, letters and their units end that are glued to goods; the position itself where none are. */
    private int endOfFigures(NormalizedText text, int from, int to) {
        int i = from;
        boolean word = false;
        while (i < to && !isParted(text, i)) {
            int next = i;
            if (isFigure(text.at(i))) {
                next = i + 1;
                word |= NormalizedText.isDigit(text.at(i)) || NormalizedText.isLatin(text.at(i));
            } else if (word && i > from && text.at(i) >= NormalizedText.FIRST_HAN) {
                next = i + lengthOfUnit(text, i);
            }
            if (next == i) {
                return word ? i : from;
            }
            i = next;
        }
        return from;
    }

    /** Whether a blank stands before a position that parts anything: between two Chinese characters it does not. */
    private static boolean isParted(NormalizedText text, int position) {
        return text.isApart(position)
                && (text.at(position) < NormalizedText.FIRST_HAN
                        || position == 0
                        || text.at(position - 1) < NormalizedText.FIRST_HAN);
    }

    private static boolean isFigure(char c) {
        return NormalizedText.isDigit(c) || NormalizedText.isLatin(c) || ".-*×μφω°℃%".indexOf(c) >= 0;
    }

    /** The length of a unit, which is no beginning of a noun: 寸, but no 芯 of 芯片. */
    private int lengthOfUnit(NormalizedText text, int position) {
        int noun = Math.max(parts.longestAt(text.value(), position), heads.longestAt(text.value(), position));
        return UNITS.stream()
                .filter(unit -> unit.length() >= noun && text.value().startsWith(unit, position))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    /** Where the noun ends, without words such as 一批 behind it. */
    private int endOfNoun(NormalizedText text, int from, int to) {
        int end = to;
        while (end > from) {
            int wrapper = wrappers.longestBefore(text.value(), end);
            if (wrapper == 0 || wrapper <= lengthOfNoun(text, end)) {
                return end;
            }
            end -= wrapper;
        }
        return from;
    }

    private int lengthOfNoun(NormalizedText text, int end) {
        return Math.max(parts.longestBefore(text.value(), end), heads.longestBefore(text.value(), end));
    }

    /** Whether a short word of which no end is known stands behind the figures alone: 扫描仪CIS模组. */
    private boolean isUnknown(NormalizedText text, NamePhrase clause, int from, int end) {
        boolean known = end == from
                || isCounted(text, from, end)
                || end - from > LONGEST_MODIFIER
                || PhraseWords.isNumeral(text, from)
                || lengthOfAttribute(text, end) > 0
                || clause.mentions().stream().anyMatch(mention -> mention.end() > from && mention.start() < end);
        for (int i = from; i < end && !known; i++) {
            known = text.at(i) < NormalizedText.FIRST_HAN || isParted(text, i);
        }
        return !known;
    }

    /** The length of a word that tells how goods are, behind figures even where it may be a part: 洗衣机8公斤滚筒. */
    private int lengthOfAttribute(NormalizedText text, int end) {
        return Math.max(attributes.longestBefore(text.value(), end), wrappers.longestBefore(text.value(), end));
    }

    private boolean isNoun(NormalizedText text, TermMention goods, NamePhrase clause, int figured, int end) {
        int noun = lengthOfNoun(text, end);
        int term = 0;
        for (TermMention mention : clause.mentions()) {
            boolean last = mention.start() >= figured && mention.end() == end;
            if (last ? tellsHow(goods, mention) : mention.isService() && mention.start() >= goods.end()) {
                return false;
            }
            if (last && mention.canBeHead()) {
                term = end - mention.start();
            }
        }
        int length = Math.max(noun, term);
        int start = end - length;
        boolean chinese = true;
        for (int i = figured; i < end; i++) {
            chinese &= text.at(i) >= NormalizedText.FIRST_HAN && !isParted(text, i);
        }
        return length > 0
                && chinese
                && start >= goods.end()
                && start - figured <= LONGEST_MODIFIER
                && !isCounted(text, figured, start)
                && (term > 0 || noun > lengthOfAttribute(text, end))
                && (length > 1 || isShortNoun(text, goods.end(), figured, start))
                && !endsLike(text, goods, start, end)
                && !isProcessor(text, goods)
                && !(KnownKinds.isFurniture(kinds, goods.kind()) && fittings.longestBefore(text.value(), end) > 0);
    }

    /** Whether a term tells how goods are, or names them again: 挂机 behind 空调, but not 压缩机. */
    private boolean tellsHow(TermMention goods, TermMention mention) {
        if (mention.role() == NameTerm.Role.ACCESSORY) {
            return false;
        }
        boolean same = mention.isGoods()
                && (kinds.isA(mention.kind(), goods.kind()) || kinds.isA(goods.kind(), mention.kind()));
        boolean set = mention.isGoods()
                && KnownKinds.mayHaveScreenBeside(kinds, goods.kind())
                && KnownKinds.isScreen(kinds, mention.kind());
        return same
                || set
                || mention.isService()
                || mention.role() == NameTerm.Role.SALE
                || mention.qualifies().stream().anyMatch(kind -> kinds.isA(kind, goods.kind()));
    }

    private static boolean isCounted(NormalizedText text, int from, int to) {
        return from < to && COUNTING.indexOf(text.at(from)) >= 0;
    }

    /** Whether a noun of one character is one by itself: behind letters or a unit (USB线, 20米线), but not behind a figure. */
    private static boolean isShortNoun(NormalizedText text, int from, int figured, int start) {
        boolean counted =
                start == figured && text.value().substring(from, start).chars().noneMatch(FiguredPart::isWord);
        return !counted
                && OF_THE_GOODS.indexOf(text.at(start)) < 0
                && (start == figured || COUNTING.indexOf(text.at(start - 1)) < 0);
    }

    private static boolean isWord(int c) {
        return c >= NormalizedText.FIRST_HAN || NormalizedText.isLatin((char) c);
    }

    /** Whether the noun is the one that the goods' own name ends in: 打印机A4激光机. */
    private static boolean endsLike(NormalizedText text, TermMention goods, int start, int end) {
        return text.value()
                .substring(goods.start(), goods.end())
                .endsWith(text.value().substring(start, end));
    }

    private boolean isProcessor(NormalizedText text, TermMention goods) {
        return KnownKinds.mayHaveProcessor(kinds, goods.kind())
                && PROCESSORS.stream().anyMatch(processor -> text.value().startsWith(processor, goods.end()));
    }

    /** Whether all that follows goods is one model and the noun of a part, which may be what is bought. */
    private boolean isPartOfModel(NormalizedText text, NamePhrase clause, TermMention goods) {
        int end = clause.end();
        while (end > goods.end() && text.at(end - 1) >= NormalizedText.FIRST_HAN) {
            end--;
        }
        int part = end;
        String words = text.value();
        int noun = lengthOfNoun(text, clause.end());
        boolean accessory = clause.mentions().stream()
                .anyMatch(mention -> mention.start() >= part
                        && mention.end() == clause.end()
                        && (mention.role() == NameTerm.Role.ACCESSORY
                                || KnownKinds.isComponent(kinds, mention.kind())
                                || KnownKinds.isAccessory(kinds, mention.kind())));
        boolean named = noun > 1
                && noun <= clause.end() - part
                && noun > wrappers.longestBefore(words, clause.end())
                && noun > attributes.longestBefore(words, clause.end());
        return (named || accessory) && (isModel(text, goods.end(), part) || isGlued(text, goods.end(), clause.end()));
    }

    /** Whether one figure or Latin word is all that stands between goods and a noun, without blanks: 空调20米铜管. */
    private static boolean isGlued(NormalizedText text, int from, int to) {
        int i = from;
        while (i < to
                && (NormalizedText.isDigit(text.at(i)) || NormalizedText.isLatin(text.at(i)) || text.at(i) == '.')) {
            i++;
        }
        int word = i;
        while (i < to && text.at(i) >= NormalizedText.FIRST_HAN) {
            i++;
        }
        boolean blank = false;
        for (int at = from; at < to; at++) {
            blank |= isParted(text, at);
        }
        return word > from && i == to && !blank;
    }

    /** Whether a stretch holds Latin words, of which the last alone has figures, and these behind a letter: ThinkPad X13. */
    private static boolean isModel(NormalizedText text, int from, int to) {
        int start = to;
        while (start > from
                && text.at(start - 1) < NormalizedText.FIRST_HAN
                && (start == to || !text.gapBefore(start))) {
            start--;
        }
        boolean letter = false;
        boolean model = false;
        for (int i = start; i < to; i++) {
            model |= letter && NormalizedText.isDigit(text.at(i));
            letter |= NormalizedText.isLatin(text.at(i));
        }
        return model
                && to - start >= SHORTEST_MODEL
                && text.value()
                        .substring(from, start)
                        .chars()
                        .noneMatch(c -> c < NormalizedText.FIRST_HAN && NormalizedText.isDigit((char) c));
    }
}
