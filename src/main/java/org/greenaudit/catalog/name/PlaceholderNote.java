package org.greenaudit.catalog.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.text.Blanks;

/**
 * What a text says of letters and signs that stand for others in a model: {@code A1X（X为0-9）}, {@code
 * YX-abc（a为功率，b为颜色）}.
 *
 * @param base the model before it
 * @param meanings what it says, in its order
 * @param rest what follows it
 */
record PlaceholderNote(String base, List<Meaning> meanings, String rest) {

    /**
     * What a letter stands for.
     *
     * @param letter the letter or sign
     * @param value in words
     */
    record Meaning(String letter, String value) {

        private static final Pattern ANY_DIGIT = Pattern.compile("0\\s*[-~至到]\\s*9(?:的?(?:任意)?(?:数字|整数))?");

        /** Single characters, one of which it is: A、B. */
        private static final Pattern CHOICE = Pattern.compile("[0-9A-Z](?:\\s*[/,、或和]\\s*[0-9A-Z])*");

        boolean isAnyDigit() {
            return ANY_DIGIT.matcher(value).matches();
        }

        /** The same as a placeholder of one sign or in brackets. */
        String placeholder() {
            String choice = CHOICE.matcher(value).matches() ? value.replaceAll("[^0-9A-Z]", "") : "";
            return choice.isEmpty() ? "□" : choice.length() == 1 ? choice : "[" + choice + "]";
        }
    }

    static final Pattern LETTER =
            Pattern.compile("(?<![A-Za-z0-9])[\"“]?([A-Za-z×□○*#])\\1*+[\"”]?\\s*(?:可以?|均|分别)?(?:为|是|=|:|代表|表示|取)\\s*");

    /** With what the words or signs behind such a letter begin. */
    private static final String EXPLAINING = "为是=:代表取";

    private static final String BEFORE = "([【,，;；:其中注";
    private static final String CLOSING = ")]】";

    /** The first note in a text behind a model; empty without one. */
    static Optional<PlaceholderNote> in(String text) {
        Matcher letter = LETTER.matcher(text);
        if (!mayExplain(text) || !letter.find() || letter.start() == 0) {
            return Optional.empty();
        }
        int end = letter.start();
        while (end > 0 && (BEFORE.indexOf(text.charAt(end - 1)) >= 0 || Blanks.isBlank(text.charAt(end - 1)))) {
            end--;
        }
        int close = letter.end();
        while (close < text.length() && CLOSING.indexOf(text.charAt(close)) < 0) {
            close++;
        }
        List<Meaning> meanings = new ArrayList<>();
        boolean more = true;
        while (more) {
            String sign = letter.group(1);
            int from = letter.end();
            more = letter.find() && letter.start() < close;
            String value = text.substring(from, more ? letter.start() : close);
            meanings.add(new Meaning(sign, Blanks.trim(value.replaceFirst("[,;，；、\\s]+$", ""))));
        }
        return Optional.of(new PlaceholderNote(
                text.substring(0, end), meanings, text.substring(Math.min(close + 1, text.length()))));
    }

    /** Whether a word or sign may say what a letter stands for, as few models do. */
    static boolean mayExplain(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (EXPLAINING.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The model with a placeholder for every letter that stands for others. */
    String template() {
        StringBuilder template = new StringBuilder();
        for (int i = 0; i < base.length(); i++) {
            String sign = base.substring(i, i + 1);
            template.append(meanings.stream()
                    .filter(meaning -> meaning.letter().equals(sign))
                    .findFirst()
                    .map(Meaning::placeholder)
                    .orElse(sign));
        }
        return template.toString();
    }

    /** The model with the sign for a digit in the place of the first letter, where this stands for any digit. */
    Optional<String> withDigits() {
        Meaning first = meanings.get(0);
        return first.isAnyDigit() && !base.isEmpty()
                ? Optional.of(base.replace(first.letter(), "#"))
                : Optional.empty();
    }

    /** A text without such a note. */
    static String without(String text) {
        return in(text).map(note -> note.base() + " " + note.rest()).orElse(text);
    }
}
