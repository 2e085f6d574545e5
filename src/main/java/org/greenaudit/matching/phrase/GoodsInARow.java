package org.greenaudit.matching.phrase;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.catalog.ProductKinds;
import org.greenaudit.text.NormalizedText;

/**
 * Finds several goods that a name sets side by side, each with nothing but its brand, model and number: 电脑 手机,
 * 笔记本电脑 M430 打印机 P2035, 台式电脑加打印机. Nobody can say which of them are bought, and no certificate of one speaks for the
 * other. Goods that belong to those before them (显示器 behind 台式电脑) or are used up in them are none of their own.
 */
final class GoodsInARow {

    /** What joins goods right behind others; within a name it is part of other words more often. */
    private static final List<String> PLUS = List.of("外加", "另加", "再加", "加", "并", "加上");

    /** What joins clauses that all are bought; a slash may stand between alternatives. */
    private static final String ALL_BOUGHT = "+、和及与";

    /** What says that other goods come with those before it; 带 and 内置 mostly tell what is built into them. */
    private static final List<String> WITH = List.of("含", "包括", "配", "连同");

    private static final String WITHOUT = "不无";

    private static final String COUNTERS = "台套件个只把张部块组批项盏樘支箱";

    /** Before goods an unknown word of no more characters may be their brand. */
    private static final int LONGEST_BRAND = 4;

    /** Characters of a known brand, with blanks and signs in it. */
    private static final int LONGEST_ASIDE = 200;

    private final ProductKinds kinds;
    private final BrandAliases brands;
    private final PhraseFront front;
    private final PhraseTail tail;
    private final Set<String> listed;

    /**
     * A finder.
     *
     * @param listed the kinds that rows of any list cover, whole or in part
     */
    GoodsInARow(ProductKinds kinds, BrandAliases brands, PhraseFront front, PhraseTail tail, Set<String> listed) {
        this.kinds = kinds;
        this.brands = brands;
        this.front = front;
        this.tail = tail;
        this.listed = Set.copyOf(listed);
    }

    /**
     * Goods in a row.
     *
     * @param joined whether a word or sign joins them to those before, so that both are bought; behind a blank alone they may
     *     be what is bought, and those before what they are for
     */
    private record Thing(TermMention name, boolean joined) {}

    /**
     * The kinds that stand side by side; none where the name is not such a row.
     *
     * @param mentions every term of the name, those in remarks included
     */
    List<String> kinds(NormalizedText text, List<NamePhrase> clauses, List<TermMention> mentions) {
        List<Thing> things = new ArrayList<>();
        for (NamePhrase clause : clauses) {
            boolean joined = clause.joint() == NamePhrase.Joint.AND;
            if (joined && ALL_BOUGHT.indexOf(text.at(clause.start() - 1)) < 0) {
                return List.of();
            }
            boolean goods = clause.mentions().stream().anyMatch(TermMention::isGoods);
            if (goods ? !addThings(text, clause, joined, things) : !isAddition(clause, joined)) {
                return List.of();
            }
        }
        boolean ofList = !things.isEmpty() && isListed(things.get(0).name().kind());
        mentions.stream()
                .filter(mention -> ofList && mention.isGoods() && comesWith(text, mention))
                .filter(mention ->
                        !KnownKinds.isHolder(kinds, things.get(0).name().kind(), mention.kind()))
                .forEach(mention -> things.add(new Thing(mention, true)));
        return sideBySide(text, things);
    }

    /** Whether a remark says that goods come with those before it: 台式电脑（含打印机）. */
    private static boolean comesWith(NormalizedText text, TermMention goods) {
        int aside = PhraseSplitter.asideBefore(text, goods.start());
        return aside > 0
                && WITH.stream().anyMatch(word -> text.value().startsWith(word, aside))
                && WITHOUT.indexOf(text.at(aside - 1)) < 0;
    }

    /** Whether a clause without goods leaves the row what it is: words of no thing, or an accessory behind a plus sign. */
    private static boolean isAddition(NamePhrase clause, boolean joined) {
        return clause.mentions().stream().noneMatch(TermMention::canBeHead)
                || (joined && clause.mentions().stream().noneMatch(TermMention::isService));
    }

    /** Adds the goods of a clause; false where the clause holds more than goods with their brand, model and number. */
    private boolean addThings(NormalizedText text, NamePhrase clause, boolean joined, List<Thing> things) {
        boolean sure = joined;
        boolean parted = true;
        int i = clause.start();
        while (i < clause.end()) {
            parted |= text.isApart(i);
            if (text.at(i) == '(') {
                i = text.value().indexOf(')', i) < 0
                        ? clause.end()
                        : text.value().indexOf(')', i) + 1;
                continue;
            }
            if (!things.isEmpty() && PhraseSplitter.beginsAside(text, i)) {
                return true;
            }
            Optional<TermMention> mention = startingAt(clause, i);
            if (mention.isPresent() && mention.get().canBeHead()) {
                if (!mention.get().isGoods() || isFigured(text, mention.get(), things, clause)) {
                    return false;
                }
                boolean only = !parted && things.remove(things.size() - 1).joined();
                things.add(new Thing(mention.get(), sure || only));
                sure = false;
                parted = false;
                i = mention.get().end();
                continue;
            }
            int plus = parted ? 0 : plusAt(text, i);
            int next = Math.max(mention.map(TermMention::end).orElse(i), endOfAside(text, clause, i));
            if (plus > 0 && next < i + plus) {
                sure = true;
                parted = true;
                next = i + plus;
            } else if (next > i) {
                parted |= text.at(i) < NormalizedText.FIRST_HAN || PhraseWords.isNumeral(text, i);
            } else if (parted) {
                next = endOfBrand(text, clause, i);
            }
            if (next == i) {
                return false;
            }
            i = next;
        }
        return true;
    }

    /** Whether goods of no list are what is bought, and the last ones what they are for: 路灯100AH电池. */
    private boolean isFigured(NormalizedText text, TermMention thing, List<Thing> things, NamePhrase clause) {
        return !things.isEmpty()
                && !isListed(thing.kind())
                && tail.isFigured(
                        text, thing, List.of(things.get(things.size() - 1).name()), tail.withoutModel(text, clause));
    }

    private static Optional<TermMention> startingAt(NamePhrase clause, int position) {
        return clause.mentions().stream()
                .filter(mention -> mention.start() == position)
                .findFirst();
    }

    private static int plusAt(NormalizedText text, int position) {
        return PLUS.stream()
                .filter(word -> text.value().startsWith(word, position))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    /** Where a figure, a number of pieces, a known brand or a word that tells how goods are ends; the position itself if none. */
    private int endOfAside(NormalizedText text, NamePhrase clause, int position) {
        if (text.at(position) < NormalizedText.FIRST_HAN) {
            return position + 1;
        }
        boolean counted = position > clause.start()
                && (PhraseWords.isNumeral(text, position - 1) || NormalizedText.isDigit(text.at(position - 1)));
        if (PhraseWords.isNumeral(text, position) || (counted && COUNTERS.indexOf(text.at(position)) >= 0)) {
            return position + 1;
        }
        String words = text.value().substring(position, Math.min(clause.end(), position + LONGEST_ASIDE));
        int brand = brands.leading(words)
                .flatMap(name -> brands.within(words))
                .map(named -> position + words.length() - named.rest().length())
                .orElse(position);
        return Math.max(brand, position + tail.words().lengthOfWrapper(text, position));
    }

    /** Where a short unknown word before goods ends, which may be their brand. */
    private static int endOfBrand(NormalizedText text, NamePhrase clause, int start) {
        return clause.mentions().stream()
                .filter(TermMention::isGoods)
                .mapToInt(TermMention::start)
                .filter(end -> end > start && end - start <= LONGEST_BRAND)
                .filter(end -> text.value().substring(start, end).chars().allMatch(Character::isIdeographic))
                .findFirst()
                .orElse(start);
    }

    private List<String> sideBySide(NormalizedText text, List<Thing> things) {
        Set<String> own = new LinkedHashSet<>();
        String last = "";
        for (Thing thing : things) {
            if (onlyModifies(text, thing.name(), things)) {
                continue;
            }
            String kind = thing.name().kind();
            boolean belongs = KnownKinds.isAccessory(kinds, kind) || KnownKinds.isComponent(kinds, kind);
            if (!thing.joined() && (belongs || isNamedAgain(kind, last, own))) {
                return List.of();
            }
            boolean bought = thing.joined() ? !belongs && isListed(kind) : !isOneWith(thing.name(), things);
            if (bought && own.stream().allMatch(before -> KnownKinds.areTwo(kinds, before, kind))) {
                own.add(kind);
            }
            last = kind;
        }
        return own.size() > 1 && own.stream().anyMatch(this::isListed) ? List.copyOf(own) : List.of();
    }

    /** Whether a name only tells what goods behind it are for or hold: 图书 书架, 电脑 电脑桌, 地毯 洗衣机. */
    private boolean onlyModifies(NormalizedText text, TermMention name, List<Thing> things) {
        String words = text.value().substring(name.start(), name.end());
        boolean unlisted = !isListed(name.kind());
        return front.isModifier(text, name.end())
                || things.stream().anyMatch(thing -> {
                    TermMention later = thing.name();
                    boolean right = later.start() == name.end() && !thing.joined();
                    return later.start() > name.start()
                            && !later.kind().equals(name.kind())
                            && (text.value().startsWith(words, later.start())
                                    || (unlisted && (right || KnownKinds.isFurniture(kinds, later.kind()))));
                });
    }

    /** Whether goods are named again behind another word for them, so that all words mean one thing: 投影仪 无屏电视 投影仪. */
    private boolean isNamedAgain(String kind, String last, Set<String> own) {
        return KnownKinds.areTwo(kinds, last, kind) && own.contains(kind);
    }

    /** Whether goods tell what a machine among the others does, or how furniture before them is painted. */
    private boolean isOneWith(TermMention goods, List<Thing> things) {
        return things.stream()
                .filter(thing -> !thing.joined())
                .map(Thing::name)
                .anyMatch(other -> KnownKinds.isFunctionOf(kinds, other.kind(), goods.kind())
                        || KnownKinds.isFinishOf(kinds, other, goods));
    }

    private boolean isListed(String kind) {
        return listed.contains(kind);
    }
}
