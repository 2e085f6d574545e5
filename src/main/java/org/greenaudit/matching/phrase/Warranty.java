package org.greenaudit.matching.phrase;

import java.util.List;
import org.greenaudit.catalog.NameTerm;
import org.greenaudit.text.Lexicon;
import org.greenaudit.text.NormalizedText;

/**
 * Finds what a seller promises for after the sale (三年质保, 上门服务, 含安装): behind goods it leaves them goods. Upkeep
 * (维保) is a service of its own where it stands right behind the goods (空调三年维保) and a promise where it stands apart
 * with a time, a number or a word such as 免费 (台式电脑 三年维保). Immutable.
 */
final class Warranty {

    private static final String NUMERALS = "0123456789一二两三四五六七八九十";
    private static final List<String> TIMES = List.of("年期", "年", "个月");
    private static final String TIMES_OVER = "次";
    private static final String AND = "及和与并、";

    private final Lexicon promises;
    private final Lexicon manners;
    private final Lexicon gifts;
    private final Lexicon works;
    private final Lexicon upkeep;

    /** The words of these terms. */
    Warranty(List<NameTerm> terms) {
        this.promises = NameTerm.words(terms, NameTerm.Role.PROMISE);
        this.manners = NameTerm.words(terms, NameTerm.Role.PROMISE_MANNER);
        this.gifts = NameTerm.words(terms, NameTerm.Role.PROMISE_GIFT);
        this.works = NameTerm.words(terms, NameTerm.Role.PROMISE_WORK);
        this.upkeep = NameTerm.words(terms, NameTerm.Role.PROMISE_UPKEEP);
    }

    /**
     * Where the words for a promise that begin at a position end; the position itself when none begin there, or nothing
     * before that could be what was bought.
     */
    int endAt(NormalizedText text, int position) {
        if (!mayBeginAt(text.value(), position) || isWithinNumber(text, position)) {
            return position;
        }
        Run run = new Run(text.value(), position);
        boolean apart = position > 0
                && (!Character.isLetterOrDigit(text.at(position - 1))
                        || (text.gapBefore(position) && !text.gapBefore(position + 1)));
        boolean ends =
                run.end == text.length() || text.isApart(run.end) || !Character.isLetterOrDigit(text.at(run.end));
        return run.isPromise(apart, ends)
                        && text.value().chars().limit(position).anyMatch(Character::isLetter)
                ? run.end
                : position;
    }

    /** Whether a term names what is a service of its own as well, be it promised or bought. */
    boolean isUpkeep(NormalizedText text, TermMention service) {
        return upkeep.longestAt(text.value(), service.start()) > 0;
    }

    private boolean mayBeginAt(String text, int position) {
        return NUMERALS.indexOf(text.charAt(position)) >= 0
                || promises.longestAt(text, position) > 0
                || manners.longestAt(text, position) > 0
                || gifts.longestAt(text, position) > 0
                || upkeep.longestAt(text, position) > 0;
    }

    private static boolean isWithinNumber(NormalizedText text, int position) {
        return position > 0
                && NormalizedText.isDigit(text.at(position))
                && NormalizedText.isDigit(text.at(position - 1));
    }

    /** The longest row of such words. */
    private final class Run {

        private final String text;
        private int end;
        private boolean timed;
        private boolean given;
        private boolean inManner;
        private boolean promised;
        private boolean worked;
        private boolean kept;
        private boolean keptFirst;
        private boolean givenFirst;
        private boolean extended;
        private boolean serves;

        Run(String text, int start) {
            this.text = text;
            this.end = start;
            int next = behindWord(start);
            this.keptFirst = kept && !promised;
            while (next > end) {
                end = next;
                boolean joined = end + 1 < text.length() && AND.indexOf(text.charAt(end)) >= 0;
                next = joined && behindWord(end + 1) > end + 1 ? behindWord(end + 1) : behindWord(end);
            }
        }

        private int behindWord(int position) {
            int time = lengthOf(position, TIMES);
            int manner = manners.longestAt(text, position);
            int gift = gifts.longestAt(text, position);
            int promise = promises.longestAt(text, position);
            int work = works.longestAt(text, position);
            int upkept = upkeep.longestAt(text, position);
            int count = time > 0 ? 0 : lengthOf(position, List.of(TIMES_OVER));
            int longest = Math.max(
                    Math.max(Math.max(time, manner), Math.max(gift, promise)), Math.max(Math.max(work, upkept), count));
            if (longest > 0) {
                timed |= time == longest;
                inManner |= manner == longest;
                given |= gift == longest;
                promised |= promise == longest;
                worked |= work == longest;
                serves |= work == longest && !given;
                extended |= timed && !kept && upkept == longest && promise == longest;
                if (upkept == longest) {
                    givenFirst |= given && !kept;
                    kept = true;
                }
            }
            return position + longest;
        }

        private int lengthOf(int position, List<String> units) {
            int i = position;
            while (i < text.length() && i - position < 2 && NUMERALS.indexOf(text.charAt(i)) >= 0) {
                i++;
            }
            for (String unit : units) {
                if (i > position && text.startsWith(unit, i)) {
                    return i + unit.length() - position;
                }
            }
            return 0;
        }

        /** Whether the words promise something, so that they name no service that is bought. */
        boolean isPromise(boolean apart, boolean ends) {
            boolean told = timed || inManner || given;
            if (kept) {
                return ends && !keptFirst && (givenFirst || (told && apart) || (extended && !serves));
            }
            return promised || (worked && told) || (timed && (inManner || (given && ends)));
        }
    }
}
