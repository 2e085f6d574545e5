package org.greenaudit.catalog.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.catalog.name.ModelKeys;

/**
 * Several certificates' numbers in one expression: from one to another ({@code CQC24701000001~003}), or one and the ends of
 * others ({@code CQC24701000001/2}).
 *
 * @param written the numbers that are written out in full
 * @param numbers every number that the expression means as far as it can be expanded
 * @param open whether it means more numbers than anybody would list
 */
record NumberRange(List<String> written, List<String> numbers, boolean open) {

    private static final int MOST = 50;

    private static final String NUMBER = "([A-Za-z][A-Za-z0-9-]{0,60}?)([0-9]{5,15})";

    /** Behind the first number a sign for “to”, and the last one: in full, or its end. */
    private static final Pattern FROM_TO = Pattern.compile(
            NUMBER
                    + "\\s*(?:[~\u301c\u223c\u2053—–―\u2015\u2500]+|-{2,}|-(?=[A-Za-z]{2,}[0-9]{5,})|至|到|\\s-\\s)\\s*([A-Za-z][A-Za-z0-9-]{0,60}?)?([0-9]{1,15})");

    /** Behind the first number the ends of others, each behind a slash. */
    private static final Pattern ENDS = Pattern.compile(NUMBER + "((?:\\s*[/\\\\]\\s*[0-9]{1,4})++)");

    private static final Pattern SLASHES = Pattern.compile("\\s*[/\\\\]\\s*");

    /** Labels before the numbers and remarks behind them: 证书编号：…（共3张）. */
    private static final Pattern AROUND =
            Pattern.compile("^[^A-Za-z0-9]+|[^A-Za-z0-9]+$|\\([^()]*[\\u4e00-\\u9fff][^()]*\\)$");

    /** The expression that a piece of a cell is; empty when it is none. */
    static Optional<NumberRange> of(String piece) {
        String text = AROUND.matcher(AROUND.matcher(piece).replaceAll("")).replaceAll("");
        Matcher range = FROM_TO.matcher(text);
        if (range.matches()) {
            return fromTo(range.group(1), range.group(2), range.group(3), range.group(4));
        }
        Matcher ends = ENDS.matcher(text);
        return ends.matches() ? ends(ends.group(1), ends.group(2), ends.group(3)) : Optional.empty();
    }

    private static Optional<NumberRange> fromTo(String letters, String digits, String lastLetters, String lastDigits) {
        String first = letters + digits;
        boolean full = lastLetters != null;
        String last = full ? lastLetters + lastDigits : letters + ended(digits, lastDigits);
        if (!CertificateNumbers.possible(first)
                || !CertificateNumbers.possible(last)
                || (!full && lastDigits.length() > digits.length())) {
            return Optional.empty();
        }
        List<String> written = full ? List.of(first, last) : List.of(first);
        boolean alike = last.length() == first.length() && last.regionMatches(true, 0, letters, 0, letters.length());
        String digitsOfLast = alike ? last.substring(letters.length()) : "";
        long from = Long.parseLong(digits);
        long count = alike && digitsOfLast.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Long.parseLong(digitsOfLast) - from + 1
                : 0;
        if (count < 2 || count > MOST) {
            return Optional.of(new NumberRange(written, full ? written : List.of(first), !full || count > MOST));
        }
        List<String> numbers = new ArrayList<>();
        for (long number = from; number < from + count; number++) {
            numbers.add(letters + ended("0".repeat(digits.length()), Long.toString(number)));
        }
        return Optional.of(new NumberRange(written, List.copyOf(numbers), false));
    }

    private static Optional<NumberRange> ends(String letters, String digits, String ends) {
        List<String> numbers = new ArrayList<>(List.of(letters + digits));
        for (String end : SLASHES.split(ends, -1)) {
            if (!end.isEmpty()) {
                numbers.add(letters + ended(digits, end));
            }
        }
        return CertificateNumbers.possible(numbers.get(0))
                ? Optional.of(new NumberRange(List.of(numbers.get(0)), List.copyOf(numbers), false))
                : Optional.empty();
    }

    private static String ended(String digits, String end) {
        return digits.substring(0, Math.max(0, digits.length() - end.length())) + end;
    }

    /** Whether a number may be one of those meant: it is told, or stands between the first and the last. */
    boolean mayMean(String number) {
        String key = ModelKeys.normalise(number);
        String first = ModelKeys.normalise(numbers.get(0));
        String last = ModelKeys.normalise(numbers.get(numbers.size() - 1));
        boolean between = key.length() == first.length()
                && key.length() == last.length()
                && first.compareTo(key) <= 0
                && key.compareTo(last) <= 0;
        return between
                || numbers.stream().anyMatch(one -> ModelKeys.normalise(one).equals(key))
                || (open && numbers.size() == 1 && key.length() == first.length());
    }
}
