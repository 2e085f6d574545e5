package org.greenaudit.matching.phrase;

import java.util.List;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.catalog.NameTerm;
import org.greenaudit.text.Lexicon;
import org.greenaudit.text.NormalizedText;

/**
 * The words of a phrase that are no terms for goods, where they end, and what they say.
 *
 * @param brands what ends a word, too
 * @param wrappers words that leave goods what they are: 设备, 一批
 * @param heads the nouns that goods end in: 柜, 系统
 * @param parts the nouns of parts: 支架, 叶轮
 * @param attributes words for what goods are like: 不锈钢, 静音
 * @param activities words for services: 安装, 移位
 */
record PhraseWords(
        BrandAliases brands, Lexicon wrappers, Lexicon heads, Lexicon parts, Lexicon attributes, Lexicon activities) {

    private static final String NUMERALS = "一二三四五六七八九十百两几数多第";

    private static final char FIGURES = '数';

    /** Behind it, they make a word on how goods are: 数字, 数码, 数控. */
    private static final String DIGITAL = "字码控据";

    /** What stands before it is the name of a series, a blank between them or not. */
    private static final String SERIES = "系列";

    private static final String DASHES = "-‐–—―_~·";

    /** The words among these terms. */
    static PhraseWords of(BrandAliases brands, List<NameTerm> terms) {
        return new PhraseWords(
                brands,
                NameTerm.words(terms, NameTerm.Role.WRAPPER),
                NameTerm.words(terms, NameTerm.Role.HEAD),
                NameTerm.words(terms, NameTerm.Role.PART),
                NameTerm.words(terms, NameTerm.Role.ATTRIBUTE),
                NameTerm.words(terms, NameTerm.Role.ACTIVITY));
    }

    /** The length of a word that leaves goods what they are: a wrapper, or a whole word for what they are like. */
    int lengthOfWrapper(NormalizedText text, int position) {
        int attribute = attributes.longestAt(text.value(), position);
        return Math.max(wrappers.longestAt(text.value(), position), attribute > 1 ? attribute : 0);
    }

    /** Whether words hold nothing but what tells how goods are. */
    boolean describes(NormalizedText text, int from, int to) {
        int i = from;
        int word = Math.max(lengthOfWrapper(text, i), attributes.longestAt(text.value(), i));
        while (i < to && word > 0) {
            i += word;
            word = Math.max(lengthOfWrapper(text, i), attributes.longestAt(text.value(), i));
        }
        return i >= to;
    }

    /** Whether nothing stands between two places but words such as 旧 or 一批. */
    boolean isJoined(NormalizedText text, int from, int to) {
        int i = from;
        int wrapper = wrappers.longestAt(text.value(), i);
        while (i < to && wrapper > 0) {
            i += wrapper;
            wrapper = wrappers.longestAt(text.value(), i);
        }
        return i == to;
    }

    /** Whether words that no lexicon holds end in a word for an activity: 安装. */
    boolean tellsActivity(NormalizedText text, int from, int to) {
        return ofUnknown(text.value().substring(from, to), false) == PhraseTail.End.ACTIVITY;
    }

    /** What words are that no lexicon holds as a whole: by the longest word that they end in. */
    PhraseTail.End ofUnknown(String words, boolean glued) {
        int end = words.length();
        while (end > 0) {
            int wrapper = wrappers.longestBefore(words, end);
            int attribute = attributes.longestBefore(words, end);
            int noun = heads.longestBefore(words, end);
            int part = parts.longestBefore(words, end);
            if (Math.max(noun, part) >= Math.max(1, wrapper)
                    && (glued ? Math.max(noun, part) >= attribute : Math.max(noun, part) > attribute)) {
                return part > noun ? PhraseTail.End.ADDED_PART : PhraseTail.End.OTHER_NOUN;
            }
            if (activities.longestBefore(words, end) > Math.max(wrapper, attribute)) {
                return PhraseTail.End.ACTIVITY;
            }
            if (attribute >= wrapper) {
                return attribute > 0 ? PhraseTail.End.UNKNOWN_WORDS : PhraseTail.End.GLUED_WORDS;
            }
            end -= wrapper;
        }
        return PhraseTail.End.UNKNOWN_WORDS;
    }

    /** Where the word that begins at a position ends: at a blank, a figure, a brand, a known term or the clause's end. */
    int endOfWord(NormalizedText text, NamePhrase clause, int start) {
        int end = endOfRun(text, clause, start);
        for (int i = start + 1; i < end; i++) {
            if (text.isApart(i) && !text.value().startsWith(SERIES, i)) {
                return i;
            }
        }
        return end;
    }

    /** The same for a word right behind goods, where a blank that a known word reaches over parts nothing. */
    int endOfGlued(NormalizedText text, NamePhrase clause, int start) {
        int end = endOfRun(text, clause, start);
        for (int i = start + 1; i < end; i++) {
            if (text.isApart(i) && !text.value().startsWith(SERIES, i) && !isWithinWord(text, start, i)) {
                return i;
            }
        }
        return end;
    }

    /** Whether a known word begins before a position, from another on, and ends behind it. */
    private boolean isWithinWord(NormalizedText text, int from, int position) {
        for (int i = from; i < position; i++) {
            if (i + lengthOfWrapper(text, i) > position
                    || i + heads.longestAt(text.value(), i) > position
                    || i + parts.longestAt(text.value(), i) > position) {
                return true;
            }
        }
        return false;
    }

    /** Where the words that begin at a position end: at a figure, a brand, a known term or the clause's end. */
    int endOfRun(NormalizedText text, NamePhrase clause, int start) {
        int end = clause.end();
        for (TermMention mention : clause.mentions()) {
            if (mention.start() > start && mention.start() < end) {
                end = mention.start();
            }
        }
        for (int i = start + 1; i < end; i++) {
            if (text.at(i) < NormalizedText.FIRST_HAN
                    || brands.leading(text.value().substring(i, end)).isPresent()) {
                return i;
            }
        }
        return end;
    }

    /** Whether a character is a word for a number, and no part of 数字, 数控 and the like. */
    static boolean isNumeral(NormalizedText text, int position) {
        return NUMERALS.indexOf(text.at(position)) >= 0
                && !(text.at(position) == FIGURES
                        && position + 1 < text.length()
                        && DIGITAL.indexOf(text.at(position + 1)) >= 0);
    }

    /** Whether a dash stands before Chinese, so that it parts words and no model. */
    static boolean isDash(NormalizedText text, int position) {
        return DASHES.indexOf(text.at(position)) >= 0
                && position + 1 < text.length()
                && text.at(position + 1) >= NormalizedText.FIRST_HAN;
    }
}
