package org.greenaudit.text;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.greenaudit.text.NoNames.Kind;

/**
 * Words that stand in a cell instead of a value, alone or in brackets: 无, /, N/A, nan say that there is nothing; 待定, 未知,
 * 不限 and 详见附件 that it is not told here; #REF! that a spreadsheet lost it.
 */
public final class EmptyWords {

    /** Longer cells, with the blanks between their characters, are never looked up as a word. */
    private static final int LONGEST = 64;

    /** Brackets, quotes and other signs that stand around such a word, or alone. */
    private static final String AROUND = "()[]{}<>【】〔〕〖〗《》〈〉「」『』“”‘’\"`/\\|.。,、;:·…_~=\u30fc";

    /** What MySQL writes into files for NULL. */
    private static final String NO_VALUE = "\\N";

    private static final Set<String> NOTHING = NoNames.of(Kind.NOTHING);

    /** What is no value of a cell; of a brand's the last may be one. */
    private static final List<Kind> NO_VALUES = List.of(Kind.UNTOLD, Kind.ANSWER, Kind.ANSWER_OR_NAME);

    /** What stands for a formula of which the spreadsheet kept no result. */
    public static final String NO_RESULT = "#FORMULA!";

    private static final Set<String> ERRORS = Set.of(
            "#formula!",
            "#ref!",
            "#n/a",
            "#value!",
            "#name?",
            "#null!",
            "#num!",
            "#div/0!",
            "#spill!",
            "#calc!",
            "#field!",
            "#getting_data",
            "#blocked!",
            "#connect!",
            "#unknown!",
            "#busy!",
            "#ref",
            "#value",
            "#name",
            "#num",
            "#null",
            "#div/0",
            "#na",
            "err:502",
            "err:508");

    private static final Lexicon ELSEWHERE = new Lexicon(NoNames.of(Kind.ELSEWHERE));

    private static final BitSet FIRST = firstCharacters();

    private EmptyWords() {}

    /** Whether the trimmed cell says that there is nothing, or holds an error of a spreadsheet; true for the empty cell. */
    public static boolean isNothing(String trimmed) {
        if (trimmed.isEmpty()) {
            return true;
        }
        if (!mayBegin(trimmed)) {
            return false;
        }
        String word = word(trimmed);
        return word.isEmpty() || NOTHING.contains(word) || isErrorWord(word) || trimmed.equalsIgnoreCase(NO_VALUE);
    }

    /** Whether the trimmed cell of a brand or model names none: it is a placeholder, or made up of words of an offer. */
    public static boolean namesNone(String trimmed) {
        if (isNothing(trimmed)) {
            return true;
        }
        boolean mayBeName = mayBegin(trimmed) && NoNames.of(Kind.ANSWER_OR_NAME).contains(word(trimmed));
        return !mayBeName && (isPlaceholder(trimmed) || OfferWords.only(trimmed));
    }

    /** Whether the trimmed cell tells nothing: nothing is there, or it is not told here. */
    public static boolean isPlaceholder(String trimmed) {
        if (isNothing(trimmed)) {
            return true;
        }
        if (!mayBegin(trimmed)) {
            return false;
        }
        String word = word(trimmed);
        return NO_VALUES.stream().anyMatch(kind -> NoNames.of(kind).contains(word)) || pointsElsewhere(trimmed);
    }

    /** Whether the trimmed cell holds an error of a spreadsheet, such as {@code #REF!} or {@code ####}: its value is lost. */
    public static boolean isError(String trimmed) {
        return mayBegin(trimmed) && isErrorWord(word(trimmed));
    }

    /** Whether the trimmed cell only points to another document: 详见附件, 见合同 and the like, also in brackets. */
    public static boolean pointsElsewhere(String trimmed) {
        String text = Blanks.remove(trimmed);
        int from = 0;
        while (from < text.length() && isAround(text.charAt(from))) {
            from++;
        }
        return ELSEWHERE.longestAt(text, from) > 0;
    }

    private static boolean isErrorWord(String word) {
        return ERRORS.contains(word)
                || (word.length() > 1 && word.charAt(0) == '#' && word.chars().allMatch(c -> c == '#'));
    }

    /** What stands between brackets, quotes, dashes and slashes, in lower case; the whole text where it is long. */
    private static String word(String trimmed) {
        int from = 0;
        int to = trimmed.length();
        while (from < to && isAround(trimmed.charAt(from))) {
            from++;
        }
        while (to > from && isAround(trimmed.charAt(to - 1))) {
            to--;
        }
        return to - from > LONGEST
                ? trimmed
                : FullWidth.compact(trimmed.substring(from, to)).toLowerCase(Locale.ROOT);
    }

    /** Every cell is looked at, and the first character rules nearly all of them out. */
    private static boolean mayBegin(String trimmed) {
        if (trimmed.isEmpty()) {
            return false;
        }
        char first = trimmed.charAt(0);
        return FIRST.get(FullWidth.fold(first)) || isAround(first);
    }

    private static BitSet firstCharacters() {
        BitSet first = new BitSet();
        Stream.concat(
                        Stream.of(NOTHING, ERRORS, NoNames.of(Kind.ELSEWHERE)),
                        NO_VALUES.stream().map(NoNames::of))
                .flatMap(words -> words.stream())
                .forEach(word -> {
                    first.set(word.charAt(0));
                    first.set(Character.toUpperCase(word.charAt(0)));
                });
        return first;
    }

    private static boolean isAround(char c) {
        return !isOfWords(c) && (Dashes.isDash(c) || Blanks.isBlank(c) || AROUND.indexOf(FullWidth.fold(c)) >= 0);
    }

    /** The characters of nearly every cell, at a glance. */
    private static boolean isOfWords(char c) {
        return (c >= '\u4e00' && c <= '\u9fff')
                || (c >= '0' && c <= '9')
                || (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z');
    }
}
