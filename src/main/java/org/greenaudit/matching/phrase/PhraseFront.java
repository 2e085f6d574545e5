package org.greenaudit.matching.phrase;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.catalog.NameTerm;
import org.greenaudit.catalog.ProductKinds;
import org.greenaudit.text.Lexicon;
import org.greenaudit.text.NormalizedText;

/**
 * Tells what the words before goods make of them: a special sort (医用显示器), a part of something else (升降桌电机, 点餐机含打印机),
 * how furniture is made (班台 油漆), or the object of a verb (维修打印机).
 */
final class PhraseFront {

    private static final int LONGEST_BRAND = 4;

    /** The characters of a word between a machine and its part that tells what the part does: 洗衣机排水泵, 热水器循环泵. */
    private static final int LONGEST_TASK = 2;

    /** What may stand between the word for a special use and the goods. */
    private static final List<String> BETWEEN = List.of(
            "专用", "用", "级", "型", "式", "类", "彩色", "高清", "超高清", "数字", "智能", "便携式", "手持式", "台式", "立式", "干式", "无线", "移动",
            "小型", "大型", "自动", "全自动", "激光", "专业");

    /** A name of more characters says by itself what is bought: 激光打印机, whatever stands before it. */
    private static final int LONGEST_SHARED_NAME = 3;

    /** Behind a word that no lexicon holds it tells a use: 牙科用扫描仪. */
    static final char PURPOSE_MARK = '用';

    /** With any word before it, this verb takes the goods behind it as its object. */
    private static final char RENTING = '租';

    /** What is told of a component by a figure. */
    private static final List<String> MEASURES = List.of("功率", "转速", "电压", "电流", "容量", "流量", "扬程", "数量");

    /** Words of fewer characters name no machine: 无刷. */
    private static final int SHORTEST_MACHINE = 3;

    /** What is a thing by itself where other goods are said to be in it. */
    private static final List<String> WHOLES = List.of("系统", "装置");

    private final ProductKinds kinds;
    private final BrandAliases brands;
    private final Lexicon wrappers;
    private final Lexicon heads;
    private final Lexicon attributes;
    private final Lexicon modifiers;

    PhraseFront(ProductKinds kinds, BrandAliases brands, List<NameTerm> terms) {
        this.kinds = kinds;
        this.brands = brands;
        this.wrappers = NameTerm.words(terms, NameTerm.Role.WRAPPER);
        this.heads = NameTerm.words(terms, NameTerm.Role.HEAD);
        this.attributes = NameTerm.words(terms, NameTerm.Role.ATTRIBUTE);
        this.modifiers = NameTerm.words(terms, NameTerm.Role.MODIFIER);
    }

    /** Whether a word right before the mention (医用, 车载) makes a special sort of the goods. */
    boolean isSpecial(NormalizedText text, TermMention head, NamePhrase clause) {
        for (TermMention mention : clause.mentions()) {
            if (mention.role() == NameTerm.Role.SPECIAL_USE
                    && mention.end() <= head.start()
                    && onlyBetween(text.value().substring(mention.end(), head.start()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean onlyBetween(String words) {
        String rest = words;
        while (!rest.isEmpty()) {
            String left = rest;
            Optional<String> word =
                    BETWEEN.stream().filter(left::startsWith).max(Comparator.comparingInt(String::length));
            if (word.isEmpty()) {
                return false;
            }
            rest = left.substring(word.get().length());
        }
        return true;
    }

    /**
     * Whether the name of goods is a short one that other things end in as well (扫描仪, 电机), and the word before it is none
     * that leaves goods what they are: 牙科扫描仪. Before furniture it tells who uses it or what it holds.
     */
    boolean mayBeOther(NormalizedText text, TermMention goods, NamePhrase clause) {
        int start = goods.start();
        if (start == clause.start()
                || isModifier(text, start)
                || goods.end() - start > LONGEST_SHARED_NAME
                || KnownKinds.isFurniture(kinds, goods.kind())
                || KnownKinds.isAccessory(kinds, goods.kind())
                || KnownKinds.isUsedUp(kinds, goods.kind())) {
            return false;
        }
        for (TermMention mention : clause.mentions()) {
            if (mention.end() == start
                    && (mention.role() != NameTerm.Role.OTHER_USE
                            || !mention.qualifies().isEmpty())) {
                return mention.canBeHead()
                        && !kinds.isA(goods.kind(), mention.kind())
                        && !kinds.isA(mention.kind(), goods.kind());
            }
        }
        int known =
                Math.max(wrappers.longestBefore(text.value(), start), attributes.longestBefore(text.value(), start));
        boolean leaves = known > 1
                || (known == 1 && text.at(start - 1) != PURPOSE_MARK)
                || text.at(start - 1) < NormalizedText.FIRST_HAN
                || PhraseWords.isNumeral(text, start - 1);
        return !leaves && !endsInBrand(text, clause.start(), start);
    }

    /** Whether a word ends at a position that leaves goods behind it what they are: 书籍 扫描仪, 职工、学生床. */
    boolean isModifier(NormalizedText text, int end) {
        return modifiers.longestBefore(text.value(), end) > 0;
    }

    /** Whether the words between two places end in a brand. */
    private boolean endsInBrand(NormalizedText text, int from, int end) {
        for (int i = Math.max(from, end - LONGEST_BRAND); i < end - 1; i++) {
            if (brands.within(text.value().substring(i, end))
                    .filter(named -> named.rest().isEmpty())
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the mention is a component directly behind the name of goods that it is no sort of: 升降桌电机. */
    boolean isComponentOf(TermMention head, NamePhrase clause) {
        return clause.mentions().stream()
                .anyMatch(mention -> mention.isGoods()
                        && mention.end() == head.start()
                        && !kinds.isA(head.kind(), mention.kind())
                        && (KnownKinds.isComponent(kinds, head.kind())
                                || KnownKinds.isScreenOf(kinds, head.kind(), mention.kind())));
    }

    /** Whether the mention is a spare part of the machine right behind whose name it stands: 洗衣机排水泵. */
    boolean isSpare(NormalizedText text, TermMention head, NamePhrase clause) {
        return clause.mentions().stream()
                .anyMatch(mention -> mention.isGoods()
                        && mention.end() <= head.start()
                        && head.start() - mention.end() <= LONGEST_TASK
                        && startOfHan(text, mention.end(), head.start()) == mention.end()
                        && !hasGap(text, mention.end(), head.start())
                        && KnownKinds.isSpareOf(kinds, head.kind(), mention.kind()));
    }

    /**
     * Whether a word before the mention (航空 before a lamp) makes other goods of its kind, or of any (玩具). A name of goods
     * does so right before it only.
     */
    boolean isOtherUse(TermMention head, NamePhrase clause) {
        return clause.mentions().stream()
                .anyMatch(
                        mention -> (mention.canBeHead() ? mention.end() == head.start() : mention.end() <= head.start())
                                && mention.otherUses().stream()
                                        .anyMatch(kind -> kind.isEmpty() || kinds.isA(head.kind(), kind)));
    }

    /** Whether goods are the paint that tells how furniture before a blank is: 班台 油漆. */
    boolean isFinish(NormalizedText text, TermMention paint, List<TermMention> before) {
        return before.stream()
                .anyMatch(goods ->
                        KnownKinds.isFinishOf(kinds, goods, paint) && hasGap(text, goods.end(), paint.start()));
    }

    /** Whether a component only has a figure told of it behind other goods: 洗地机 电机功率550W. */
    boolean isMeasured(NormalizedText text, TermMention component, List<TermMention> before) {
        return component.isGoods()
                && KnownKinds.isComponent(kinds, component.kind())
                && before.stream().anyMatch(TermMention::isGoods)
                && (isMeasure(text, component.end())
                        || MEASURES.stream().anyMatch(measure -> text.value().startsWith(measure, component.end())));
    }

    /**
     * Whether goods are only built into what stands before them, a machine that no list knows: behind a word such as 含
     * (点餐机含打印机), or behind a blank where they are a motor or a screen of which more is told (洗地机 电机功率550W): a
     * blank before the last word alone parts nothing.
     */
    boolean isBuiltIn(NormalizedText text, TermMention goods, NamePhrase clause) {
        List<TermMention> before = clause.mentions().stream()
                .filter(mention -> mention.start() < goods.start())
                .toList();
        if (isIncluded(text, goods, before)) {
            return true;
        }
        if (before.stream().anyMatch(PhraseFront::mayBeGoods)) {
            return false;
        }
        for (int i = clause.start() + 1; i <= goods.start(); i++) {
            int end = i;
            if (text.isApart(i)
                    && isBuiltInOften(goods)
                    && (i < goods.start() || goods.end() < clause.end() || isMeasure(text, goods.end()))
                    && before.stream().noneMatch(mention -> mention.end() == end && mention.isService())
                    && (isUnknownMachine(text.value().substring(startOfHan(text, clause.start(), i), i), false)
                            || before.stream().anyMatch(mention -> mention.end() == end && isOther(mention)))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a figure with letters for its unit begins at a position: 1.5kW. */
    private static boolean isMeasure(NormalizedText text, int position) {
        int i = position;
        while (i < text.length() && (NormalizedText.isDigit(text.at(i)) || text.at(i) == '.')) {
            i++;
        }
        return i > position && i < text.length() && NormalizedText.isLatin(text.at(i)) && !text.gapBefore(i);
    }

    private static boolean mayBeGoods(TermMention mention) {
        return mention.isGoods() || mention.standsForGoods();
    }

    /** Whether a word such as 含 before the goods, in their brackets or a clause before, stands behind a machine. */
    private boolean isIncluded(NormalizedText text, TermMention goods, List<TermMention> before) {
        for (int i = PhraseSplitter.asideBefore(text, goods.start());
                i > 0;
                i = PhraseSplitter.asideBefore(text, i - 1)) {
            int end = text.at(i - 1) == '(' ? i - 1 : i;
            if (isUnknownMachine(text.value().substring(startOfHan(text, 0, end), end), true)
                    || before.stream().anyMatch(mention -> mention.end() == end && isOther(mention))) {
                return before.stream().noneMatch(mention -> mention.end() <= end && mayBeGoods(mention));
            }
        }
        return false;
    }

    private boolean isBuiltInOften(TermMention goods) {
        return Stream.concat(Stream.of(goods.kind()), goods.qualifies().stream())
                .anyMatch(kind -> KnownKinds.isComponent(kinds, kind) || KnownKinds.isScreen(kinds, kind));
    }

    private static int startOfHan(NormalizedText text, int from, int end) {
        int start = end;
        while (start > from && text.at(start - 1) >= NormalizedText.FIRST_HAN) {
            start--;
        }
        return start;
    }

    private static boolean isOther(TermMention mention) {
        return mention.role() == NameTerm.Role.OTHER_GOODS || mention.role() == NameTerm.Role.EXCLUDE;
    }

    /**
     * Whether words that no lexicon holds end in a noun that says what they are, and in none that any goods may end in.
     *
     * @param holding whether they hold other goods, which a system does
     */
    private boolean isUnknownMachine(String words, boolean holding) {
        if (words.length() < SHORTEST_MACHINE) {
            return false;
        }
        int noun = heads.longestBefore(words, words.length());
        int wrapper = wrappers.longestBefore(words, words.length());
        return noun < words.length()
                && (noun > wrapper
                        || (noun == wrapper && noun == 1)
                        || (noun == wrapper && holding && WHOLES.stream().anyMatch(words::endsWith)))
                && noun > attributes.longestBefore(words, words.length());
    }

    /** Whether a verb opens its clause, so that what follows is its object: 维修打印机, 联想租台式计算机. */
    boolean opens(NormalizedText text, TermMention verb, NamePhrase clause) {
        return verb.start() == clause.start()
                || text.at(verb.start()) == RENTING
                || brands.within(text.value().substring(clause.start(), verb.start()))
                        .filter(named -> named.rest().isEmpty())
                        .isPresent();
    }

    private static boolean hasGap(NormalizedText text, int from, int to) {
        for (int i = from; i <= to; i++) {
            if (text.isApart(i)) {
                return true;
            }
        }
        return false;
    }
}
