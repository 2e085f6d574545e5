package org.greenaudit.matching.phrase;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.catalog.NameTerm;
import org.greenaudit.catalog.ProductKinds;
import org.greenaudit.text.Lexicon;
import org.greenaudit.text.NormalizedText;

/**
 * Tells whether a noun phrase ends with a term or goes on to another, unknown noun: 台式计算机设备一批 ends with the
 * computer, 打印机维护程序 does not end with the printer.
 */
final class PhraseTail {

    /** Unknown words of more characters right behind goods are a series, a place or another proper name. */
    private static final int LONGEST_THING = 6;

    /** A word behind a blank of fewer characters tells no purpose. */
    private static final int SHORTEST_PURPOSE = 5;

    private static final int LONGEST_BRAND = 4;

    /** Fewer letters (pc) name no series. */
    private static final int SHORTEST_SERIES = 4;

    /** The halves of an air conditioner. */
    private static final List<String> HALVES = List.of("室外机组", "室外机", "外机", "室内机", "内机");

    private static final Set<String> INSTALLATION = Set.of("安装", "的安装", "安装调试", "拆除安装", "移机安装");

    private static final List<String> PURPOSE = List.of("专用", "使用", "用");
    /** What tells what the goods before are for, wherever it stands: 网卡 台式机通用. */
    private static final List<String> FITTING = List.of("通用", "适用");

    /** How many of a thing goods have: 平板电脑 双系统. */
    private static final String DOUBLE = "双单";

    /** What is sold with a computer and a screen; a keyboard and a mouse alone are no computer. */
    private static final Set<String> INPUT_DEVICES = Set.of("键盘", "鼠标", "键鼠", "键鼠套装");

    private static final List<String> SET = List.of("主机", "套装", "全套", "整套", "套机");

    private final ProductKinds kinds;
    private final BrandAliases brands;
    private final PhraseWords words;
    private final GoodsRelations relations;
    private final Lexicon otherHeads;
    private final GeneralNouns general;
    private final Map<String, Set<String>> otherHeadKinds;
    private final Fittings fittings;
    private final FiguredPart figuredPart;

    /** How the words behind a mention stand to it. */
    enum End {
        /** Nothing but wrappers, figures, models, brands and other names of the goods follow (空调大1匹变频挂机). */
        PLAIN,
        /** Behind a blank or a model words follow that no lexicon holds, and none of them is a noun that goods end in. */
        UNKNOWN_WORDS,
        /** The same without a blank between, so that they may be the noun that says what is bought: 洗衣机皮带. */
        GLUED_WORDS,
        /** A noun for a part follows behind a blank: it tells how the goods are or is bought itself: 离心泵 不锈钢叶轮. */
        ADDED_PART,
        /** The same without a word on how it is, so that it is bought itself unless other cells say the goods: 显示器 挂臂. */
        BARE_PART,
        /** What follows may be a service: 空调移位. */
        ACTIVITY,
        /** Another noun follows, which says what is bought: 水泵变频柜. */
        OTHER_NOUN
    }

    PhraseTail(ProductKinds kinds, BrandAliases brands, GeneralNouns general, List<NameTerm> terms) {
        this.kinds = kinds;
        this.brands = brands;
        this.words = PhraseWords.of(brands, terms);
        this.relations = new GoodsRelations(kinds);
        this.otherHeads = NameTerm.words(terms, NameTerm.Role.OTHER_HEAD);
        this.otherHeadKinds = terms.stream()
                .filter(term -> term.role() == NameTerm.Role.OTHER_HEAD)
                .collect(Collectors.groupingBy(NameTerm::text, Collectors.mapping(NameTerm::kind, Collectors.toSet())));
        this.general = general;
        this.fittings = new Fittings(kinds, terms);
        this.figuredPart = new FiguredPart(kinds, terms);
    }

    /** The words that are no terms. */
    PhraseWords words() {
        return words;
    }

    /** How mentions stand to each other. */
    GoodsRelations relations() {
        return relations;
    }

    /** A clause without the brand, model and bracketed remarks that end it: 台式机 内存条 联想 KX-318T（原装）. */
    NamePhrase withoutModel(NormalizedText text, NamePhrase clause) {
        int named = clause.start();
        for (TermMention mention : clause.mentions()) {
            named = Math.max(named, mention.end());
        }
        int end = clause.end();
        int shorter = startOfModel(text, named, end);
        while (shorter < end) {
            end = shorter;
            shorter = startOfModel(text, named, end);
        }
        return new NamePhrase(clause.start(), end, clause.joint(), clause.purchased(), clause.mentions());
    }

    /** Where the remark, character of a model or brand begins that ends at a position; the position itself if none ends. */
    private int startOfModel(NormalizedText text, int from, int end) {
        if (end <= from) {
            return end;
        }
        if (text.at(end - 1) == ')') {
            int open = text.value().lastIndexOf('(', end - 1);
            return open < from ? end : open;
        }
        if (text.at(end - 1) < NormalizedText.FIRST_HAN) {
            return end - 1;
        }
        for (int i = Math.max(from, end - LONGEST_BRAND); i < end - 1; i++) {
            boolean begins = i == from || text.gapBefore(i);
            if (begins
                    && brands.within(text.value().substring(i, end))
                            .filter(named -> named.rest().isEmpty())
                            .isPresent()) {
                return i;
            }
        }
        return end;
    }

    /** Whether only figures glued to both part a thing that ends a clause from goods before it, so that it is bought: 空调5P压缩机. */
    boolean isFigured(NormalizedText text, TermMention thing, List<TermMention> before, NamePhrase clause) {
        return before.stream().anyMatch(goods -> figuredPart.isBought(text, thing, goods, clause));
    }

    /** What follows a mention up to the clause's end. */
    End endOf(NormalizedText text, TermMention head, NamePhrase clause) {
        int i = fittings.endOfTold(text, head, clause.end());
        if (i > head.end() && i == clause.end()) {
            return End.ADDED_PART;
        }
        if (isHalf(text, head, clause)) {
            return End.GLUED_WORDS;
        }
        FiguredPart.Noun figured = figuredPart.behind(text, head, clause);
        if (figured == FiguredPart.Noun.BOUGHT) {
            return End.OTHER_NOUN;
        }
        int other = otherHeads.longestAt(text.value(), head.end());
        if (other > 0
                && i == head.end()
                && !tellsPurpose(text, clause, i)
                && otherHeadKinds.getOrDefault(text.value().substring(i, i + other), Set.of()).stream()
                        .anyMatch(kind -> kinds.isA(head.kind(), kind))) {
            return text.isApart(i) && words.heads().longestAt(text.value(), i) < other ? End.BARE_PART : End.OTHER_NOUN;
        }
        boolean apart = false;
        boolean modified = i > head.end();
        End end = End.PLAIN;
        while (i < clause.end()) {
            apart |= text.isApart(i);
            int known = known(clause, head, i);
            int wrapper = words.lengthOfWrapper(text, i);
            int word = Math.max(known, i + Math.max(wrapper, PhraseWords.isNumeral(text, i) ? 1 : 0));
            if (!apart && word > i) {
                End thing = ofGluedThing(text, clause, head, i, word);
                if (thing != End.PLAIN) {
                    return thing;
                }
            }
            if (known > i + wrapper) {
                i = known;
                modified = true;
                continue;
            }
            if (PhraseWords.isDash(text, i)) {
                apart = true;
                i++;
                continue;
            }
            if (text.at(i) < NormalizedText.FIRST_HAN
                    || PhraseWords.isNumeral(text, i)
                    || (apart && DOUBLE.indexOf(text.at(i)) >= 0)) {
                return switch (figured) {
                    case MAYBE -> End.ADDED_PART;
                    case UNKNOWN -> End.GLUED_WORDS;
                    default -> end;
                };
            }
            if (wrapper > 0) {
                i += wrapper;
                continue;
            }
            if (brands.leading(text.value().substring(i, clause.end())).isPresent()) {
                return end;
            }
            int until = apart ? words.endOfWord(text, clause, i) : words.endOfGlued(text, clause, i);
            End unknown = words.ofUnknown(text.value().substring(i, until), !apart);
            if (unknown == End.OTHER_NOUN || unknown == End.ADDED_PART) {
                if (!apart && !isSameFurniture(text, head, until)) {
                    return End.OTHER_NOUN;
                }
                if (!modified && words.parts().longestAt(text.value(), i) == until - i) {
                    return End.BARE_PART;
                }
                if (!endsLike(text, head, until)) {
                    return unknown;
                }
            }
            if ((unknown == End.ACTIVITY && known(clause, head, until) == until)
                    || (unknown == End.GLUED_WORDS && !apart && mayBeThing(text, clause, i, until))) {
                return unknown;
            }
            modified = true;
            end = End.UNKNOWN_WORDS;
            i = until;
        }
        return end;
    }

    /** Whether one half of the machine is named, which may be bought to go with the other or instead of an old one: 空调外机. */
    private boolean isHalf(NormalizedText text, TermMention head, NamePhrase clause) {
        return KnownKinds.isAirConditioner(kinds, head.kind())
                && HALVES.stream()
                        .filter(half -> text.value().startsWith(half, head.end()))
                        .mapToInt(half -> head.end() + half.length())
                        .anyMatch(end ->
                                end == clause.end() || text.at(end) < NormalizedText.FIRST_HAN || text.isApart(end));
    }

    /**
     * What a word that tells how goods are (滚筒, 压缩机) says right behind them, where it is a thing too: what is bought if it
     * ends the words, else it stays open; plain if it is no thing.
     */
    private End ofGluedThing(NormalizedText text, NamePhrase clause, TermMention head, int start, int end) {
        int until = words.endOfGlued(text, clause, start);
        int part = words.parts().longestAt(text.value(), start);
        int noun = Math.max(part, words.heads().longestAt(text.value(), start));
        if (start + noun > end && start + noun == until) {
            return End.OTHER_NOUN;
        }
        boolean other = clause.mentions().stream()
                .anyMatch(mention ->
                        mention.start() == start && mention.standsForGoods() && !relations.speaksOf(head, mention));
        if (other
                && words.heads().longestBefore(text.value(), end)
                        > words.wrappers().longestBefore(text.value(), end)) {
            return End.OTHER_NOUN;
        }
        if ((end == until || words.isJoined(text, end, until)) && isPartOf(text, clause, head, start, end)) {
            return End.OTHER_NOUN;
        }
        boolean wrapper = words.wrappers().longestAt(text.value(), start) == end - start;
        if (start + noun != end) {
            return End.PLAIN;
        }
        if (wrapper && part < noun) {
            return noun == 1 && start > head.end() ? End.GLUED_WORDS : End.PLAIN;
        }
        return end == until
                        || (!wrapper && words.isJoined(text, end, until))
                        || words.ofUnknown(text.value().substring(end, until), true) == End.OTHER_NOUN
                ? End.OTHER_NOUN
                : End.GLUED_WORDS;
    }

    /** Whether a word that tells goods apart is, right behind a machine, the noun of a part: 太阳能热水器真空管, 蹲便器脚踏阀. */
    private boolean isPartOf(NormalizedText text, NamePhrase clause, TermMention machine, int start, int end) {
        return !KnownKinds.isFurniture(kinds, machine.kind())
                && words.wrappers().longestAt(text.value(), start) < end - start
                && clause.mentions().stream()
                        .anyMatch(mention -> mention.start() == start
                                && mention.end() == end
                                && !mention.canBeHead()
                                && !mention.qualifies().isEmpty())
                && words.parts().longestBefore(text.value(), end)
                        > Math.max(
                                words.wrappers().longestBefore(text.value(), end),
                                words.attributes().longestBefore(text.value(), end));
    }

    /** What a word right behind a machine, which ends its name, may stand for by itself: 复印机感光鼓. */
    List<String> standingBehind(NormalizedText text, TermMention machine, NamePhrase clause) {
        return clause.mentions().stream()
                .filter(mention -> mention.start() == machine.end()
                        && mention.standsForGoods()
                        && !mention.canBeHead()
                        && !text.isApart(mention.start())
                        && !relations.speaksOf(machine, mention)
                        && words.parts().longestBefore(text.value(), mention.end())
                                > words.heads().longestBefore(text.value(), mention.end())
                        && mention.qualifies().stream().noneMatch(kind -> KnownKinds.isComponent(kinds, kind))
                        && words.isJoined(text, mention.end(), clause.end()))
                .findFirst()
                .map(TermMention::qualifies)
                .orElse(List.of());
    }

    /** Whether a hint is the Latin name of a series that all are computers of one sort, with no more than a model: ThinkPad T14. */
    boolean isComputerSeries(NormalizedText text, TermMention hint, NamePhrase clause) {
        return hint.qualifies().size() == 1
                && KnownKinds.isComputer(kinds, hint.qualifies().get(0))
                && hint.end() - hint.start() >= SHORTEST_SERIES
                && text.value()
                        .chars()
                        .skip(hint.start())
                        .limit(hint.end() - hint.start())
                        .allMatch(c -> c < NormalizedText.FIRST_HAN)
                && endOf(text, hint, clause) == End.PLAIN;
    }

    /** Whether a word behind a blank tells what or whom the goods are for: 精密空调 数据中心用. */
    private static boolean tellsPurpose(NormalizedText text, NamePhrase clause, int position) {
        int end = position + 1;
        while (end < clause.end() && !text.isApart(end)) {
            end++;
        }
        return text.isApart(position)
                && end - position >= SHORTEST_PURPOSE
                && text.at(end - 1) == PhraseFront.PURPOSE_MARK;
    }

    /** Whether a computer stands with a screen and more that makes the two a set: 台式电脑主机键鼠显示器套装. */
    boolean isComputerSet(NormalizedText text, TermMention first, NamePhrase clause) {
        if (!first.isGoods() || !KnownKinds.mayHaveScreenBeside(kinds, first.kind())) {
            return false;
        }
        boolean screen = false;
        boolean more = false;
        int i = first.end();
        while (i < clause.end() && text.at(i) >= NormalizedText.FIRST_HAN) {
            int from = i;
            int end = clause.mentions().stream()
                    .filter(mention -> mention.start() == from && isInSet(text, mention))
                    .mapToInt(TermMention::end)
                    .max()
                    .orElse(from);
            if (end > from) {
                String word = text.value().substring(from, end);
                screen |= !INPUT_DEVICES.contains(word);
                more |= INPUT_DEVICES.contains(word);
            } else {
                end = from + words.wrappers().longestAt(text.value(), from);
            }
            if (end == from) {
                return false;
            }
            i = end;
        }
        String words = text.value().substring(first.start(), i);
        return screen && (more || SET.stream().anyMatch(words::contains));
    }

    private boolean isInSet(NormalizedText text, TermMention mention) {
        return (mention.isGoods() && KnownKinds.isScreen(kinds, mention.kind()))
                || INPUT_DEVICES.contains(text.value().substring(mention.start(), mention.end()));
    }

    /** Where another name of the goods, a word that tells how they are, or a wrapper ends; the position itself if none. */
    private int behindKnown(NormalizedText text, NamePhrase clause, TermMention head, int position) {
        return Math.max(known(clause, head, position), position + words.lengthOfWrapper(text, position));
    }

    /** Whether words end in the noun that goods end in, and so name them again: 复印纸 非再生纸. */
    private boolean endsLike(NormalizedText text, TermMention goods, int end) {
        int noun = Math.max(
                words.heads().longestBefore(text.value(), end), words.parts().longestBefore(text.value(), end));
        return words.wrappers().longestBefore(text.value(), end) < noun
                && text.value()
                        .substring(goods.start(), goods.end())
                        .endsWith(text.value().substring(end - noun, end));
    }

    /** Whether words end in the general noun of the furniture before them: 学习桌儿童饭桌. A cabinet may be anything's. */
    private boolean isSameFurniture(NormalizedText text, TermMention goods, int end) {
        return general.kindOf(text.value().substring(end - 1, end))
                .filter(kind -> !kind.equals(KnownKinds.CABINET)
                        && KnownKinds.isFurniture(kinds, kind)
                        && kinds.isA(goods.kind(), kind))
                .isPresent();
    }

    /** Whether a part without a word on how it is ends a clause: 挂臂 behind 显示器, but not 铜管. It is then what is bought. */
    boolean isBare(NormalizedText text, TermMention goods, TermMention part, NamePhrase clause) {
        return words.isJoined(text, goods.end(), part.start())
                && words.isJoined(text, part.end(), clause.end())
                && !isModified(text, part);
    }

    /** Whether a part's own name says what it is made of. */
    private boolean isModified(NormalizedText text, TermMention part) {
        int noun = part.start() + words.attributes().longestAt(text.value(), part.start());
        return noun > part.start() && words.parts().longestAt(text.value(), noun) == part.end() - noun;
    }

    /** Whether the mention is the name of a part. */
    boolean isPart(NormalizedText text, TermMention mention) {
        return mention.role() == NameTerm.Role.ACCESSORY
                || words.parts().longestBefore(text.value(), mention.end())
                        > words.heads().longestBefore(text.value(), mention.end())
                || KnownKinds.isComponent(kinds, mention.kind())
                || KnownKinds.isAccessory(kinds, mention.kind());
    }

    /**
     * Whether unknown words right behind goods may be a thing by themselves: one word, which no known term follows, nor a
     * model of which it is the series. More than a word is a series, a place or another proper name.
     */
    private static boolean mayBeThing(NormalizedText text, NamePhrase clause, int start, int end) {
        if (end - start > LONGEST_THING) {
            return false;
        }
        if (end == text.length() || text.isApart(end)) {
            return true;
        }
        boolean series = Character.isLetterOrDigit(text.at(end)) && text.at(end) < NormalizedText.FIRST_HAN;
        return !series && clause.mentions().stream().noneMatch(mention -> mention.start() == end);
    }

    /**
     * Whether a blank or dash parts goods from what stands behind them, which then is no longer their own name: 水嘴 陶瓷阀芯.
     *
     * @param until where the next head begins
     */
    boolean endsBefore(NormalizedText text, TermMention goods, NamePhrase clause, int until) {
        int i = goods.end();
        while (i <= until) {
            if (text.isApart(i) || PhraseWords.isDash(text, i)) {
                return true;
            }
            int next = behindKnown(text, clause, goods, i);
            if (next == i) {
                return false;
            }
            i = next;
        }
        return false;
    }

    /** Whether goods of the same sort stand before in the clause, parted by a blank from what follows: 电冰箱 家用冰箱节能省电. */
    boolean saidBefore(NormalizedText text, TermMention goods, NamePhrase clause) {
        return clause.mentions().stream()
                .anyMatch(before -> before.isGoods()
                        && before.end() <= goods.start()
                        && (kinds.isA(before.kind(), goods.kind()) || kinds.isA(goods.kind(), before.kind()))
                        && endsBefore(text, before, clause, goods.start()));
    }

    /**
     * Whether unknown words go on right behind goods while a blank parts them from other goods before, so that nobody can say
     * which are bought: 水龙头 洗脸盆防溅水.
     */
    boolean isOnlyForOthers(NormalizedText text, TermMention before, TermMention goods, NamePhrase clause) {
        int next = goods.end();
        return before.isGoods()
                && goods.isGoods()
                && next < clause.end()
                && text.at(next) >= NormalizedText.FIRST_HAN
                && !text.isApart(next)
                && behindKnown(text, clause, goods, next) == next
                && endOf(text, goods, clause) == End.UNKNOWN_WORDS
                && endsBefore(text, before, clause, goods.start())
                && !kinds.isA(before.kind(), goods.kind())
                && !kinds.isA(goods.kind(), before.kind());
    }

    /** Whether all words between goods and the clause's end tell how the goods are: 台式电脑 独立显卡. */
    boolean isConfigured(NormalizedText text, TermMention goods, NamePhrase clause) {
        int i = goods.end();
        int last = i;
        while (i < clause.end()) {
            int next = PhraseWords.isDash(text, i) ? i + 1 : behindKnown(text, clause, goods, i);
            if (next == i) {
                return false;
            }
            last = i;
            i = next;
        }
        return words.parts().longestBefore(text.value(), i) <= i - last
                && words.heads().longestBefore(text.value(), i) <= i - last;
    }

    /** The kind of furniture that goods stand on, where a general noun ends their name: 台式电脑桌. A cabinet is their own. */
    Optional<String> furnitureFor(NormalizedText text, TermMention goods, NamePhrase clause) {
        int end = general.endAt(text.value(), goods.end());
        return words.isJoined(text, end, clause.end())
                ? general.kindOf(text.value().substring(goods.end(), end))
                        .filter(kind -> !kind.equals(KnownKinds.CABINET))
                : Optional.empty();
    }

    /** Whether the phrase is about putting up the goods: 空调安装, 空调设备安装调试. */
    boolean isInstalled(NormalizedText text, TermMention goods, NamePhrase clause) {
        if (goods.end() == clause.end()) {
            return false;
        }
        String rest = text.value().substring(goods.end(), words.endOfRun(text, clause, goods.end()));
        return INSTALLATION.contains(rest.startsWith("设备") ? rest.substring(2) : rest);
    }

    /** Whether a mention only tells what the phrase is for: 硒鼓 HP打印机用. */
    boolean isPurpose(NormalizedText text, TermMention mention, NamePhrase clause) {
        if (mention.isService() || mention.role() == NameTerm.Role.ACCESSORY) {
            return false;
        }
        for (String word : FITTING) {
            if (text.value().startsWith(word, mention.end())) {
                return true;
            }
        }
        for (String word : PURPOSE) {
            if (text.value().startsWith(word, mention.end()) && mention.end() + word.length() == clause.end()) {
                return true;
            }
        }
        return false;
    }

    private int known(NamePhrase clause, TermMention head, int position) {
        for (TermMention mention : clause.mentions()) {
            if (mention.start() == position
                    && (!mention.canBeHead()
                            || relations.speaksOf(head, mention)
                            || KnownKinds.isFinishOf(kinds, head, mention))) {
                return mention.end();
            }
        }
        return position;
    }
}
