package org.greenaudit.matching;

import java.util.List;
import java.util.Optional;
import org.greenaudit.catalog.NameTerm;
import org.greenaudit.matching.NameReading.Certainty;
import org.greenaudit.text.NormalizedText;

/**
 * The head of a clause: in Chinese the noun that stands last.
 *
 * @param shape what sort of thing it is
 * @param kinds the kind it names, or the kinds it may stand for
 * @param certainty how plainly the phrase names it
 * @param governs whether, being a service or an accessory, it also takes the goods joined before it
 */
record PhraseHead(NameReading.Shape shape, List<String> kinds, Certainty certainty, boolean governs) {

    /** A clause without any known term. */
    static final PhraseHead NONE = new PhraseHead(NameReading.Shape.SILENT, List.of(), Certainty.PLAIN, false);

    private static final PhraseHead PLAINLY_OTHER =
            new PhraseHead(NameReading.Shape.OTHER_GOODS, List.of(), Certainty.PLAIN, false);

    /** Other goods by a noun of no list: a code may know better. */
    private static final PhraseHead OTHER_GOODS =
            new PhraseHead(NameReading.Shape.OTHER_GOODS, List.of(), Certainty.DOUBTFUL, false);

    /** Finds the head of a clause. */
    static PhraseHead of(NormalizedText text, NamePhrase clause, PhraseTail tail) {
        List<TermMention> heads =
                clause.mentions().stream().filter(TermMention::canBeHead).toList();
        if (heads.isEmpty()) {
            return ofQualifier(text, clause, tail);
        }
        int last = heads.size() - 1;
        while (last > 0
                && (tail.isPurpose(text, heads.get(last), clause)
                        || isSpecification(text, heads.get(last), heads.subList(0, last)))) {
            last--;
        }
        TermMention head = heads.get(last);
        boolean goodsBefore = heads.subList(0, last).stream().anyMatch(TermMention::isGoods);
        PhraseTail.End end = tail.endOf(text, head, clause);
        if (end == PhraseTail.End.OTHER_NOUN && head.role() != NameTerm.Role.ACCESSORY) {
            return OTHER_GOODS;
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
            default ->
                tail.isOtherUse(head, clause)
                        ? PLAINLY_OTHER
                        : servesThem(heads, last, clause)
                                ? new PhraseHead(NameReading.Shape.SERVICE, List.of(), Certainty.PLAIN, false)
                                : new PhraseHead(
                                        NameReading.Shape.GOODS,
                                        List.of(head.kind()),
                                        certainty(text, head, clause, tail, end),
                                        false);
        };
    }

    private static Certainty certainty(
            NormalizedText text, TermMention goods, NamePhrase clause, PhraseTail tail, PhraseTail.End end) {
        if (!clause.purchased() && tail.isInstalled(text, goods, clause)) {
            return Certainty.INSTALLATION;
        }
        return end == PhraseTail.End.ACTIVITY
                        || tail.isSpecial(text, goods, clause)
                        || tail.isComponentOf(goods, clause)
                ? Certainty.OF_SOMETHING_ELSE
                : Certainty.PLAIN;
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

    /** 租赁空调, 维修打印机: the verb opens the phrase and the goods are its object. */
    private static boolean servesThem(List<TermMention> heads, int goods, NamePhrase clause) {
        return goods > 0
                && heads.get(goods - 1).isService()
                && heads.get(goods - 1).start() == clause.start()
                && heads.get(goods - 1).end() == heads.get(goods).start();
    }

    /** A part named after the model or with a figure of its own (台式机 i5 8G内存) describes the goods before it. */
    private static boolean isSpecification(NormalizedText text, TermMention mention, List<TermMention> before) {
        if (mention.isService()) {
            return false;
        }
        Optional<TermMention> goods =
                before.stream().filter(TermMention::isGoods).reduce((first, second) -> second);
        if (goods.isEmpty()) {
            return false;
        }
        if (mention.role() == NameTerm.Role.ACCESSORY && figureAt(text, mention.end())) {
            return true;
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

    private static PhraseHead ofQualifier(NormalizedText text, NamePhrase clause, PhraseTail tail) {
        for (int i = clause.mentions().size() - 1; i >= 0; i--) {
            TermMention mention = clause.mentions().get(i);
            if (mention.standsForGoods() && tail.endOf(text, mention, clause) == PhraseTail.End.PLAIN) {
                return new PhraseHead(
                        NameReading.Shape.GOODS,
                        mention.qualifies(),
                        borneOut(mention, clause) ? Certainty.PLAIN : Certainty.DOUBTFUL,
                        false);
            }
        }
        return NONE;
    }

    /** Two hints at one kind (KFR-35GW 挂机) say it plainly. */
    private static boolean borneOut(TermMention hint, NamePhrase clause) {
        return hint.qualifies().size() == 1
                && clause.mentions().stream()
                        .anyMatch(other ->
                                !other.equals(hint) && other.qualifies().containsAll(hint.qualifies()));
    }
}
