package org.greenaudit.matching.phrase;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.greenaudit.catalog.NameTerm;
import org.greenaudit.matching.phrase.NameReading.Certainty;
import org.greenaudit.text.NormalizedText;

/**
 * The head of a clause: in Chinese the noun that stands last.
 *
 * @param shape what sort of thing it is
 * @param kinds the kind it names, or the kinds it may stand for; of other goods, the kinds that stand apart before it
 * @param certainty how plainly the phrase names it
 * @param governs whether, being a service or an accessory, it also takes the goods joined before it
 */
record PhraseHead(NameReading.Shape shape, List<String> kinds, Certainty certainty, boolean governs) {

    /** A clause without any known term. */
    static final PhraseHead NONE = new PhraseHead(NameReading.Shape.SILENT, List.of(), Certainty.PLAIN, false);

    private static final PhraseHead PLAINLY_OTHER =
            new PhraseHead(NameReading.Shape.OTHER_GOODS, List.of(), Certainty.PLAIN, false);

    private static final PhraseHead OTHER_GOODS = otherThan(List.of());

    /** Finds the head of a clause. */
    static PhraseHead of(NormalizedText text, NamePhrase whole, PhraseFront front, PhraseTail tail) {
        NamePhrase clause = tail.withoutModel(text, whole);
        List<TermMention> heads =
                clause.mentions().stream().filter(TermMention::canBeHead).toList();
        if (heads.isEmpty()) {
            return ofQualifier(text, clause, front, tail);
        }
        if (tail.isComputerSet(text, heads.get(0), clause)) {
            return ofGoods(text, clause, front, tail, heads.subList(0, 1), PhraseTail.End.PLAIN);
        }
        int last = heads.size() - 1;
        if (last > 0 && isRowOfAccessories(text, heads)) {
            return new PhraseHead(NameReading.Shape.ACCESSORY, List.of(), Certainty.PLAIN, true);
        }
        boolean purpose = false;
        while (last > 0) {
            TermMention mention = heads.get(last);
            List<TermMention> before = heads.subList(0, last);
            boolean fits = purpose
                    && mention.isGoods()
                    && mention.end() == heads.get(last + 1).start();
            purpose = fits || tail.isPurpose(text, mention, clause);
            if (!purpose
                    && !isNameOfModel(text, mention, before)
                    && !isGoneOn(text, mention, before, clause, tail)
                    && !tail.relations().saysAgain(mention, before)
                    && !front.isFinish(text, mention, before)
                    && !front.isMeasured(text, mention, before)
                    && (tail.relations().isUsedUpIn(mention, before)
                            || tail.isFigured(text, mention, before, clause)
                            || !isSpecification(text, mention, before))) {
                break;
            }
            last--;
        }
        TermMention head = heads.get(last);
        if (head.isGoods() && front.isBuiltIn(text, head, clause)) {
            return OTHER_GOODS;
        }
        if (head.isGoods() && tail.isFigured(text, head, heads.subList(0, last), clause)) {
            return ofFigured(text, clause, front, tail, heads.subList(0, last + 1));
        }
        boolean goodsBefore = heads.subList(0, last).stream().anyMatch(TermMention::isGoods);
        PhraseTail.End end = tail.endOf(text, head, clause);
        PhraseHead goods = goodsWithMore(text, clause, tail, heads.subList(0, last + 1), end);
        if (goods.shape() != NameReading.Shape.SILENT) {
            return goods;
        }
        if (last > 0 && tail.isOnlyForOthers(text, heads.get(last - 1), head, clause)) {
            return maybe(List.of(heads.get(last - 1).kind(), head.kind()));
        }
        if (end == PhraseTail.End.OTHER_NOUN && head.isGoods()) {
            List<String> standing = tail.standingBehind(text, head, clause);
            if (!standing.isEmpty()) {
                return maybe(standing);
            }
            return tail.furnitureFor(text, head, clause)
                    .or(() -> tail.saidBefore(text, head, clause) ? Optional.of(head.kind()) : Optional.empty())
                    .map(kind -> maybe(List.of(kind)))
                    .orElse(OTHER_GOODS);
        }
        if (isOther(end) && head.role() != NameTerm.Role.ACCESSORY) {
            return OTHER_GOODS;
        }
        if (last > 0 && head.isGoods() && isOtherBefore(text, heads.get(last - 1), head)) {
            return maybe(List.of(head.kind()));
        }
        boolean ends = end == PhraseTail.End.PLAIN;
        return switch (head.role()) {
            case SERVICE, WORKS ->
                ends || goodsBefore
                        ? new PhraseHead(
                                NameReading.Shape.SERVICE,
                                List.of(),
                                Certainty.PLAIN,
                                goodsBefore || firstOfRun(heads, last).start() - clause.start() > 1)
                        : NONE;
            case ACCESSORY ->
                new PhraseHead(
                        NameReading.Shape.ACCESSORY,
                        List.of(),
                        Certainty.PLAIN,
                        goodsBefore || head.start() > clause.start());
            case SALE -> ends ? new PhraseHead(NameReading.Shape.SALE, List.of(), Certainty.PLAIN, true) : NONE;
            case EXCLUDE -> PLAINLY_OTHER;
            case OTHER_GOODS -> OTHER_GOODS;
            default -> ofGoods(text, clause, front, tail, heads.subList(0, last + 1), end);
        };
    }

    /** Goods that only figures part from those they are for: a component may be one of no row, an accessory is. */
    private static PhraseHead ofFigured(
            NormalizedText text, NamePhrase clause, PhraseFront front, PhraseTail tail, List<TermMention> heads) {
        TermMention goods = heads.get(heads.size() - 1);
        if (tail.relations().isOnNoList(goods)) {
            return PLAINLY_OTHER;
        }
        List<TermMention> before = heads.subList(0, heads.size() - 1);
        if (before.stream().anyMatch(whole -> tail.relations().isSpareOf(goods, whole))) {
            return OTHER_GOODS;
        }
        return tail.isPart(text, goods) && !tail.relations().isUsedUpIn(goods, before)
                ? maybe(List.of(goods.kind()))
                : ofGoods(text, clause, front, tail, heads, PhraseTail.End.PLAIN);
    }

    private static PhraseHead ofGoods(
            NormalizedText text,
            NamePhrase clause,
            PhraseFront front,
            PhraseTail tail,
            List<TermMention> heads,
            PhraseTail.End end) {
        TermMention goods = heads.get(heads.size() - 1);
        if (front.isOtherUse(goods, clause)) {
            return new PhraseHead(
                    NameReading.Shape.OTHER_GOODS, List.of(goods.kind()), Certainty.OF_SOMETHING_ELSE, false);
        }
        if (front.isSpare(text, goods, clause)) {
            return otherThan(List.of(goods.kind()));
        }
        if (heads.size() > 1) {
            TermMention verb = heads.get(heads.size() - 2);
            if (verb.role() == NameTerm.Role.SALE
                    && !clause.purchased()
                    && tail.words().isJoined(text, verb.end(), goods.start())) {
                return new PhraseHead(NameReading.Shape.SALE, List.of(), Certainty.PLAIN, true);
            }
            if (verb.isService() && verb.end() == goods.start() && front.opens(text, verb, clause)) {
                return new PhraseHead(NameReading.Shape.SERVICE, List.of(), Certainty.PLAIN, false);
            }
        }
        return new PhraseHead(
                NameReading.Shape.GOODS,
                List.of(goods.kind()),
                certainty(text, goods, clause, front, tail, end),
                false);
    }

    /** Whether goods named in Latin letters behind an accessory only say what it fits: 平板电脑保护套 iPad 10.9. */
    private static boolean isNameOfModel(NormalizedText text, TermMention mention, List<TermMention> before) {
        return mention.isGoods()
                && isOwnAccessory(before.get(before.size() - 1))
                && text.isApart(mention.start())
                && NormalizedText.isLatin(text.at(mention.end() - 1));
    }

    /**
     * Whether words go on right behind a name of the catalogue, or a word for a service, that stands behind goods, so that it
     * is no noun: 蒸汽除螨, 除菌安全.
     */
    private static boolean isGoneOn(
            NormalizedText text, TermMention mention, List<TermMention> before, NamePhrase clause, PhraseTail tail) {
        boolean goods = before.stream().anyMatch(TermMention::isGoods);
        if (mention.role() == NameTerm.Role.SERVICE) {
            return goods
                    && text.isApart(mention.start())
                    && mention.end() < clause.end()
                    && tail.words().describes(text, mention.start(), clause.end());
        }
        return mention.role() == NameTerm.Role.OTHER_GOODS
                && goods
                && tail.endOf(text, mention, clause) == PhraseTail.End.GLUED_WORDS;
    }

    /**
     * Whether accessories begin and end a row of names, so that goods between them only tell what they are for. What a computer
     * is fitted with (8G内存) begins and ends no such row.
     */
    private static boolean isRowOfAccessories(NormalizedText text, List<TermMention> heads) {
        TermMention last = heads.get(heads.size() - 1);
        return isOwnAccessory(heads.get(0))
                && isOwnAccessory(last)
                && !(NormalizedText.isDigit(text.at(last.start() - 1))
                        || NormalizedText.isLatin(text.at(last.start() - 1)));
    }

    private static boolean isOwnAccessory(TermMention mention) {
        return mention.role() == NameTerm.Role.ACCESSORY && mention.qualifies().isEmpty();
    }

    private static boolean isOther(PhraseTail.End end) {
        return switch (end) {
            case OTHER_NOUN, ADDED_PART, BARE_PART -> true;
            case PLAIN, UNKNOWN_WORDS, GLUED_WORDS, ACTIVITY -> false;
        };
    }

    /**
     * The goods before a blank or dash behind which another noun stands: what it tells is how the goods are, or nobody can
     * say which of the two is bought. {@link #NONE} where no other noun stands behind goods in that way.
     */
    private static PhraseHead goodsWithMore(
            NormalizedText text, NamePhrase clause, PhraseTail tail, List<TermMention> heads, PhraseTail.End end) {
        TermMention head = heads.get(heads.size() - 1);
        if (head.isService() || head.role() == NameTerm.Role.SALE) {
            return NONE;
        }
        boolean another = head.isGoods() && end == PhraseTail.End.OTHER_NOUN;
        Set<String> kinds = new LinkedHashSet<>();
        boolean bare = false;
        for (int i = 0; i < heads.size() - 1; i++) {
            TermMention goods = heads.get(i);
            if (goods.isGoods()
                    && (another || !tail.relations().isOfOneSort(goods, head))
                    && tail.endsBefore(text, goods, clause, heads.get(i + 1).start())) {
                bare |= tail.isBare(text, goods, head, clause);
                if (!bare && tail.isConfigured(text, goods, clause)) {
                    return new PhraseHead(NameReading.Shape.GOODS, List.of(goods.kind()), Certainty.PLAIN, false);
                }
                kinds.add(goods.kind());
            }
        }
        if (head.isGoods() && end == PhraseTail.End.ADDED_PART) {
            kinds.add(head.kind());
            return maybe(List.copyOf(kinds));
        }
        if (head.isGoods() && end == PhraseTail.End.BARE_PART) {
            return otherThan(List.of(head.kind()));
        }
        if (kinds.isEmpty() || (head.isGoods() && !another && !tail.isPart(text, head))) {
            return NONE;
        }
        if (another || (bare && tail.relations().isOnNoList(head)) || !tail.isPart(text, head)) {
            return otherThan(List.copyOf(kinds));
        }
        if (head.isGoods()) {
            kinds.add(head.kind());
        }
        return maybe(List.copyOf(kinds));
    }

    private static PhraseHead maybe(List<String> kinds) {
        return new PhraseHead(NameReading.Shape.GOODS, kinds, Certainty.DOUBTFUL, false);
    }

    /** Other goods by a noun of no list: a code may know better. */
    private static PhraseHead otherThan(List<String> kinds) {
        return new PhraseHead(NameReading.Shape.OTHER_GOODS, kinds, Certainty.DOUBTFUL, false);
    }

    private static Certainty certainty(
            NormalizedText text,
            TermMention goods,
            NamePhrase clause,
            PhraseFront front,
            PhraseTail tail,
            PhraseTail.End end) {
        if (!clause.purchased() && tail.isInstalled(text, goods, clause)) {
            return Certainty.INSTALLATION;
        }
        if (end == PhraseTail.End.GLUED_WORDS && !tail.saidBefore(text, goods, clause)) {
            return Certainty.DOUBTFUL;
        }
        if (end == PhraseTail.End.ACTIVITY
                || front.isSpecial(text, goods, clause)
                || front.isComponentOf(goods, clause)) {
            return Certainty.OF_SOMETHING_ELSE;
        }
        return front.mayBeOther(text, goods, clause) ? Certainty.QUALIFIED : Certainty.PLAIN;
    }

    /**
     * Whether a blank parts other goods from what stands behind them, so that nobody can say which are bought: 计算器 财务计算机.
     * Before the last word alone it parts nothing.
     */
    private static boolean isOtherBefore(NormalizedText text, TermMention before, TermMention head) {
        return (before.role() == NameTerm.Role.OTHER_GOODS || before.role() == NameTerm.Role.EXCLUDE)
                && before.qualifies().isEmpty()
                && text.isApart(before.end())
                && before.end() < head.start();
    }

    /** The first of the service words that stand together: 维保 in 维保服务. */
    private static TermMention firstOfRun(List<TermMention> heads, int last) {
        int first = last;
        while (first > 0
                && heads.get(first - 1).isService()
                && heads.get(first - 1).end() == heads.get(first).start()) {
            first--;
        }
        return heads.get(first);
    }

    /** A part named after the model or with a figure of its own (台式机 i5 8G内存) describes the goods before it. */
    private static boolean isSpecification(NormalizedText text, TermMention mention, List<TermMention> before) {
        if (mention.isService() || returnsToGoods(mention, before)) {
            return false;
        }
        Optional<TermMention> goods =
                before.stream().filter(TermMention::isGoods).reduce((first, second) -> second);
        if (goods.isEmpty()) {
            return false;
        }
        if (mention.role() == NameTerm.Role.ACCESSORY && figureAt(text, mention.end())) {
            return mention.start() > goods.get().end() || text.isApart(mention.start());
        }
        int run = -1;
        for (int i = goods.get().end(); i < mention.start(); i++) {
            if (NormalizedText.isDigit(text.at(i)) || NormalizedText.isLatin(text.at(i))) {
                run = i;
            }
        }
        return run >= 0
                && !(run == mention.start() - 1 && isModel(text, goods.get().end(), run + 1));
    }

    /** Whether goods are said again after something else: 法式冰箱 除菌 339L 法式冰箱. */
    private static boolean returnsToGoods(TermMention mention, List<TermMention> before) {
        return mention.isGoods()
                && before.stream()
                        .anyMatch(other -> other.isGoods() && other.kind().equals(mention.kind()))
                && !before.get(before.size() - 1).kind().equals(mention.kind());
    }

    private static boolean figureAt(NormalizedText text, int position) {
        return position < text.length() && NormalizedText.isDigit(text.at(position));
    }

    /** A model (HP1020) rather than a measure (8g, 512gb). */
    private static boolean isModel(NormalizedText text, int from, int end) {
        int start = end;
        while (start > from && isModelChar(text.at(start - 1)) && !text.gapBefore(start)) {
            start--;
        }
        return NormalizedText.isLatin(text.at(start));
    }

    private static boolean isModelChar(char c) {
        return NormalizedText.isLatin(c) || NormalizedText.isDigit(c) || c == '-';
    }

    private static PhraseHead ofQualifier(NormalizedText text, NamePhrase clause, PhraseFront front, PhraseTail tail) {
        for (int i = clause.mentions().size() - 1; i >= 0; i--) {
            TermMention mention = clause.mentions().get(i);
            if (mention.standsForGoods() && leavesOpen(text, mention, tail.endOf(text, mention, clause))) {
                if (front.isBuiltIn(text, mention, clause)) {
                    return OTHER_GOODS;
                }
                return new PhraseHead(
                        NameReading.Shape.GOODS,
                        mention.qualifies(),
                        borneOut(text, mention, clause) || tail.isComputerSeries(text, mention, clause)
                                ? Certainty.PLAIN
                                : Certainty.DOUBTFUL,
                        false);
            }
        }
        return NONE;
    }

    /** Whether nothing behind a hint but unknown words, parted by a blank, may say what is bought: 帝豪GS 到店为准. */
    private static boolean leavesOpen(NormalizedText text, TermMention hint, PhraseTail.End end) {
        return end == PhraseTail.End.PLAIN || (end == PhraseTail.End.UNKNOWN_WORDS && text.isApart(hint.end()));
    }

    /** Two hints at one kind (KFR-35GW 挂机) say it plainly, but not the same word said twice (普通腻子 防霉腻子). */
    private static boolean borneOut(NormalizedText text, TermMention hint, NamePhrase clause) {
        return hint.qualifies().size() == 1
                && clause.mentions().stream()
                        .anyMatch(other -> !other.equals(hint)
                                && other.qualifies().containsAll(hint.qualifies())
                                && !endAlike(wordOf(text, hint), wordOf(text, other)));
    }

    private static boolean endAlike(String one, String other) {
        return one.endsWith(other) || other.endsWith(one);
    }

    private static String wordOf(NormalizedText text, TermMention mention) {
        return text.value().substring(mention.start(), mention.end());
    }
}
