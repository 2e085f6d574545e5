package org.greenaudit.catalog;

import java.util.Optional;

/**
 * A category code (品目编码) without its padding: a letter A (goods), B (works) or C (services) and an even number of
 * digits, two for each level. {@code A02061900} of the 2022 catalogue and {@code A020619} are the same value, so that
 * “below” and “above” are prefixes in both schemes. Of works and services the letter alone is a code too.
 *
 * @param value letter and significant digits, upper case
 */
public record CategoryCode(String value) {

    /**
     * Reads a code that stands alone (no name glued to it).
     *
     * @return empty when the text is neither a letter A, B or C and an even number of 2 to 10 digits, nor B or C alone
     */
    public static Optional<CategoryCode> parse(String text) {
        int length = text.length();
        if (length == 1 && "BC".contains(text)) {
            return Optional.of(new CategoryCode(text));
        }
        if (length < 3 || length > 11 || length % 2 == 0) {
            return Optional.empty();
        }
        char letter = Character.toUpperCase(text.charAt(0));
        if (letter < 'A' || letter > 'C') {
            return Optional.empty();
        }
        for (int i = 1; i < length; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return Optional.empty();
            }
        }
        int end = length;
        while (end > 3 && text.charAt(end - 1) == '0' && text.charAt(end - 2) == '0') {
            end -= 2;
        }
        return Optional.of(new CategoryCode(letter + text.substring(1, end)));
    }

    /** True for works (B) and services (C), which no product list covers. */
    public boolean isWorksOrService() {
        return value.charAt(0) != 'A';
    }

    @Override
    public String toString() {
        return value;
    }
}
