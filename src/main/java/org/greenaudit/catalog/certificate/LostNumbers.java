package org.greenaudit.catalog.certificate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.greenaudit.catalog.name.ModelKeys;

/**
 * Numbers of the registry that nobody can tell: what spreadsheets left of them (2.4701E+13 may have been any number whose
 * digits begin with 24701), and ranges.
 */
final class LostNumbers {

    private static final int MOST_DIGITS = 15;

    private final Set<String> beginnings = new HashSet<>();
    private final List<NumberRange> ranges = new ArrayList<>();
    private int count;

    /** Remembers what is left of a number, in full or masked; an error such as #REF! may have been any. */
    void add(String left) {
        String mantissa = left.toUpperCase(Locale.ROOT)
                .replaceFirst("^[A-Z]+", "")
                .split("[E×X*#?_]|[.]{2,}|[^\\p{ASCII}]", 2)[0];
        String digits = digits(mantissa);
        count++;
        beginnings.add(digits.substring(0, Math.min(MOST_DIGITS, digits.length())));
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
        String digits = digits(ModelKeys.normalise(number));
        return beginnings.stream().anyMatch(beginning -> mayBegin(digits, beginning));
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
