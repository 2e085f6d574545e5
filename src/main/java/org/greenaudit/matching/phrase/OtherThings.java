package org.greenaudit.matching.phrase;

import java.util.ArrayList;
import java.util.List;
import org.greenaudit.catalog.NameTerm;
import org.greenaudit.matching.phrase.NameReading.Shape;
import org.greenaudit.text.NormalizedText;

/** What a name says of other things before its goods or beside them, which make it doubtful what is bought. */
final class OtherThings {

    /** The characters from the first of several things to the goods behind them, from which they are a row. */
    private static final int ROW_OF_THINGS = 10;

    /** The characters of a word that may be one of several things in a row. */
    private static final int LONGEST_THING = 4;

    /** What joins several goods, while a slash may stand before a brand and a plus sign before what a computer is fitted with. */
    private static final String LISTING = "、和及与";

    private final PhraseFront front;
    private final PhraseTail tail;
    private final GeneralNouns general;

    OtherThings(PhraseFront front, PhraseTail tail, GeneralNouns general) {
        this.front = front;
        this.tail = tail;
        this.general = general;
    }

    /** What a name says before its goods. */
    enum Before {
        NOTHING,
        /** Another thing, which may be what is bought and the goods what it is for: 无线网卡 笔记本电脑. */
        ANOTHER_THING,
        /** Several over a long stretch, as the title of an offer of accessories does. */
        ROW_OF_THINGS
    }

    /** A part with a figure before it (512G固态硬盘) and one that stands right before the goods only describe them. */
    private static Before beforeGoods(NormalizedText text, NamePhrase clause) {
        List<TermMention> others = new ArrayList<>();
        for (TermMention mention : clause.mentions()) {
            if (mention.isGoods()) {
                boolean apart = others.size() > 1 || (others.size() == 1 && hasGap(text, others.get(0), mention));
                boolean row =
                        others.size() > 1 && mention.start() - others.get(0).start() > ROW_OF_THINGS;
                return row ? Before.ROW_OF_THINGS : apart ? Before.ANOTHER_THING : Before.NOTHING;
            }
            if (isOther(mention) && !(others.isEmpty() && hasFigure(text, mention.start()))) {
                others.add(mention);
            } else if (others.isEmpty() && mention.canBeHead()) {
                return Before.NOTHING;
            }
        }
        return Before.NOTHING;
    }

    /** What stands before the goods of a name that names one. */
    static Before before(NormalizedText text, List<NamePhrase> clauses) {
        return clauses.stream()
                .filter(clause -> clause.mentions().stream().anyMatch(TermMention::isGoods))
                .findFirst()
                .map(clause -> beforeGoods(text, clause))
                .orElse(Before.NOTHING);
    }

    private static boolean hasGap(NormalizedText text, TermMention one, TermMention next) {
        for (int i = one.end(); i <= next.start(); i++) {
            if (text.isApart(i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether letters and figures with at least one figure stand right before a position. */
    private static boolean hasFigure(NormalizedText text, int position) {
        int i = position;
        while (i > 0 && text.at(i - 1) < 0x80 && !text.gapBefore(i)) {
            i--;
            if (NormalizedText.isDigit(text.at(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOther(TermMention mention) {
        return (mention.role() == NameTerm.Role.EXCLUDE || mention.role() == NameTerm.Role.ACCESSORY)
                && mention.qualifies().isEmpty();
    }

    /**
     * Whether two other things, or short words that nobody knows, stand in a row with the goods: 沙/石/水泥. One is enough
     * beside goods without a word before them: 沙子、水泥.
     */
    boolean areInRow(NormalizedText text, List<NamePhrase> clauses, List<PhraseHead> heads) {
        int things = 0;
        boolean unknown = false;
        boolean beside = false;
        for (int k = 0; k < clauses.size(); k++) {
            NamePhrase clause = tail.withoutModel(text, clauses.get(k));
            boolean row = clause.joint() == NamePhrase.Joint.AND
                    || (k + 1 < clauses.size() && clauses.get(k + 1).joint() == NamePhrase.Joint.AND);
            int start = clause.end();
            while (start > clause.start() && Character.isIdeographic(text.at(start - 1))) {
                start--;
            }
            boolean word = start < clause.end()
                    && clause.end() - start <= LONGEST_THING
                    && clause.mentions().stream().noneMatch(TermMention::canBeHead);
            if (row && heads.get(k).shape() == Shape.OTHER_GOODS) {
                things++;
                unknown = true;
                beside |= isBesideBareGoods(text, clauses, k);
            } else if (row && word && !general.tellsNoKind(text, start, clause.end())) {
                things++;
                boolean thing = !tail.words().describes(text, start, clause.end())
                        && !tail.words().tellsActivity(text, start, clause.end())
                        && !front.isModifier(text, clause.end());
                unknown |= thing;
                beside |= thing
                        && general.tellsNoKind(text, clause.start(), start)
                        && isBesideBareGoods(text, clauses, k);
            }
        }
        return beside || (unknown && things > 1);
    }

    /** Whether 、 or 和 joins a clause to one that holds the name of goods and nothing but a brand before it. */
    private boolean isBesideBareGoods(NormalizedText text, List<NamePhrase> clauses, int k) {
        return (k > 0 && isBare(text, clauses.get(k - 1)) && isListed(text, clauses.get(k)))
                || (k + 1 < clauses.size() && isBare(text, clauses.get(k + 1)) && isListed(text, clauses.get(k + 1)));
    }

    private boolean isBare(NormalizedText text, NamePhrase clause) {
        return clause.mentions().stream()
                .filter(TermMention::isGoods)
                .anyMatch(goods -> general.tellsNoKind(text, clause.start(), goods.start()));
    }

    private static boolean isListed(NormalizedText text, NamePhrase clause) {
        return clause.joint() == NamePhrase.Joint.AND && LISTING.indexOf(text.at(clause.start() - 1)) >= 0;
    }
}
