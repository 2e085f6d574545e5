package org.greenaudit.catalog.name;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.text.Blanks;
import org.greenaudit.text.Dashes;

/**
 * A range of ends behind one beginning: {@code BS100-1~5}, {@code QG200-01~20}, {@code BT100A-F}. Every model may be that
 * begins so and goes on with a number or letter between the two, whatever follows.
 *
 * @param base the beginning in its comparable form
 * @param first the first end: digits, or one capital letter
 * @param last the last end, of the same make
 */
record TailRange(String base, String first, String last) implements ModelDescription {

    private static final String DASH = "\\s*+[-‐-―−]++\\s*+";
    private static final String TO = "\\s*" + ModelRange.TO_SIGN + "\\s*";

    /** A sign for “to” between numbers of which the first stands behind a dash of its own. */
    static final Pattern NUMBERS =
            Pattern.compile("(?<=[0-9A-Za-z)])" + DASH + "([0-9]{1,4})" + TO + "([0-9]{1,4})(?![0-9])");

    /** The same with a dash, or letters with a dash, which may also be part of one model. */
    static final Pattern DASHED = Pattern.compile("(?<=[0-9A-Za-z])" + DASH + "([0-9]{1,2})" + DASH
            + "([0-9]{1,2})$|(?<=[0-9]|[0-9][-/])([A-Za-z])" + DASH + "([A-Za-z])$");

    private static final Pattern LETTER = Pattern.compile("[A-Za-z]");

    private static final int LONGEST_END = 2;

    /** The range that a text says by a sign for “to”. */
    static Optional<ModelDescription> in(String text) {
        if (text.length() > TechnicalData.LONGEST_TEXT || !ModelRange.holdsToSign(text)) {
            return Optional.empty();
        }
        Optional<ModelDescription> last = Optional.empty();
        Matcher numbers = NUMBERS.matcher(text);
        while (numbers.find()) {
            last = between(text.substring(0, numbers.start()), numbers.group(1), numbers.group(2));
        }
        return last;
    }

    /** The range that a text may say by a dash at its end. */
    static Optional<ModelDescription> dashed(String text) {
        Matcher dashed = DASHED.matcher(text);
        if (text.length() > TechnicalData.LONGEST_TEXT || !endsBehindDash(text) || !dashed.find()) {
            return Optional.empty();
        }
        String base = text.substring(0, dashed.start());
        if (!LETTER.matcher(base).find()) {
            return Optional.empty();
        }
        return dashed.group(1) == null
                ? between(base, dashed.group(3), dashed.group(4))
                : between(base, dashed.group(1), dashed.group(2));
    }

    /** Whether no more than two letters or digits stand behind the last dash: behind those of most models more do. */
    static boolean endsBehindDash(String text) {
        int end = withoutBlanks(text, text.length());
        int from = end;
        while (from > 0 && end - from < LONGEST_END && Character.isLetterOrDigit(text.charAt(from - 1))) {
            from--;
        }
        int dash = withoutBlanks(text, from);
        return dash > 0 && Dashes.isDash(text.charAt(dash - 1));
    }

    private static int withoutBlanks(String text, int end) {
        int to = end;
        while (to > 0 && Blanks.isBlank(text.charAt(to - 1))) {
            to--;
        }
        return to;
    }

    private static Optional<ModelDescription> between(String base, String first, String last) {
        TailRange range =
                new TailRange(ModelKeys.normalise(base), ModelKeys.normalise(first), ModelKeys.normalise(last));
        return range.base.isEmpty() || order(range.first, range.last) >= 0 ? Optional.empty() : Optional.of(range);
    }

    @Override
    public boolean mightMean(String model) {
        if (!model.startsWith(base)) {
            return false;
        }
        // comparable forms have no dashes, so that further digits may follow: BS100-1-20
        boolean digits = isDigit(first.charAt(0));
        int least = digits && first.length() == last.length() ? first.length() : 1;
        int most = digits ? last.length() : 1;
        for (int length = least; length <= most && base.length() + length <= model.length(); length++) {
            String own = model.substring(base.length(), base.length() + length);
            if (digits && !own.chars().allMatch(c -> isDigit((char) c))) {
                return false;
            }
            if (order(first, own) <= 0 && order(own, last) <= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The order of two numbers by their value, or of two letters. */
    private static int order(String one, String other) {
        String plain = one.replaceFirst("^0+(?=.)", "");
        String against = other.replaceFirst("^0+(?=.)", "");
        return plain.length() == against.length() ? plain.compareTo(against) : plain.length() - against.length();
    }
}
