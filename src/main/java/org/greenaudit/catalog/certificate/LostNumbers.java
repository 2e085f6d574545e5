package org.greenaudit.catalog.certificate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.catalog.name.ModelKeys;

/**
 * Numbers of the registry that nobody can tell: what spreadsheets or masks left of them (2.4701E+13 may have been any number
 * whose digits begin with 24701, CQC24701*** any of CQC), and ranges.
 */
final class LostNumbers {

    private static final int MOST_DIGITS = 15;

    /** Signs in the place of what stands before the end of a number, and not letters. */
    private static final Pattern HIDDEN_LETTERS = Pattern.compile("X{3,}");

    private static final Pattern LETTERS = Pattern.compile("^[A-Z]+");

    /**
     * How a number begins.
     *
     * @param letters those before its first digit; empty where nobody can tell
     * @param digits those that are left
     */
    private record Beginning(String letters, String digits) {}

    private final Set<Beginning> beginnings = new HashSet<>();
    private final List<NumberRange> ranges = new ArrayList<>();
    private int count;

    /** Remembers what is left of a number, in full or masked; an error such as #REF! may have been any. */
    void add(String left) {
        count++;
        String upper = left.toUpperCase(Locale.ROOT);
        String letters = letters(upper);
        if (HIDDEN_LETTERS.matcher(letters).matches()) {
            beginnings.add(new Beginning("", ""));
            return;
        }
        String mantissa = upper.substring(letters.length()).split("[E×X*#?_~]|[.]{2,}|[^\\p{ASCII}]", 2)[0];
        String digits = digits(mantissa);
        beginnings.add(new Beginning(letters, digits.substring(0, Math.min(MOST_DIGITS, digits.length()))));
    }

    /** Remembers what stands for several numbers. */
    void add(NumberRange range) {
        ranges.add(range);
    }

    /** How many a spreadsheet destroyed. */
    int count() {
        return count;
    }

    /** Whether a number may be one of them. The last digit that is left may have been rounded up. */
    boolean mayHold(String number) {
        if (ranges.stream().anyMatch(range -> range.mayMean(number))) {
            return true;
        }
        if (beginnings.isEmpty()) {
            return false;
        }
        String key = ModelKeys.normalise(number);
        String letters = letters(key);
        String digits = digits(key);
        return beginnings.stream()
                .anyMatch(beginning -> (letters.isEmpty()
                                || beginning.letters().isEmpty()
                                || beginning.letters().equals(letters))
                        && mayBegin(digits, beginning.digits()));
    }

    private static String letters(String text) {
        Matcher letters = LETTERS.matcher(text);
        return letters.find() ? letters.group() : "";
    }

    private static boolean mayBegin(String digits, String beginning) {
        if (beginning.isEmpty()) {
            return true;
        }
        if (digits.length() < beginning.length()) {
            return false;
        }
        long rounded = Long.parseLong(beginning) - Long.parseLong(digits.substring(0, beginning.length()));
        return rounded == 0 || rounded == 1;
    }

    private static String digits(String text) {
        return text.chars()
                .filter(c -> c >= '0' && c <= '9')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
