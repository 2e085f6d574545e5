package org.greenaudit.catalog.name;

import org.greenaudit.text.Nfkc;

/**
 * How brand names compare: NFKC, upper case, letters and digits (with {@code +} and {@code &}) only, so that blanks,
 * brackets, dashes, dots and trade-mark signs do not matter.
 */
public final class BrandKeys {

    private BrandKeys() {}

    /** The text in NFKC; {@link #endOfName} gives positions in it. */
    static String compose(String text) {
        // Trade-mark signs first: NFKC would make letters of ™.
        String plain = text.indexOf('™') < 0 && text.indexOf('℠') < 0 ? text : text.replaceAll("[™℠]", " ");
        return Nfkc.of(plain);
    }

    /** The comparable form of a brand. */
    public static String fold(String brand) {
        String text = compose(brand);
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (counts(c)) {
                out.appendCodePoint(Character.toUpperCase(c));
            }
        }
        String folded = out.toString();
        // Taking a sign away can bring together what composes to another letter.
        return Nfkc.of(folded).equals(folded) ? folded : fold(folded);
    }

    /**
     * Where a name that stands in a text ends.
     *
     * @param text a text in NFKC
     * @param from where the name should begin; blanks and brackets before it are passed over
     * @param name the name's comparable form, not empty
     * @return the position after the name; -1 when another text stands there, or when a Latin name runs on into further
     *     letters, digits or wildcards
     */
    static int endOfName(String text, int from, String name) {
        int at = from;
        int matched = 0;
        int last = 0;
        while (matched < name.length()) {
            if (at >= text.length()) {
                return -1;
            }
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (counts(c)) {
                last = Character.toUpperCase(c);
                if (name.codePointAt(matched) != last) {
                    return -1;
                }
                matched += Character.charCount(last);
            }
        }
        boolean runsOn = latin(last) && at < text.length() && joins(text.codePointAt(at));
        return runsOn ? -1 : at;
    }

    /** The first character that counts, upper case; -1 when there is none. */
    static int firstOf(String text) {
        return text.codePoints()
                .filter(BrandKeys::counts)
                .map(Character::toUpperCase)
                .findFirst()
                .orElse(-1);
    }

    /** Whether anything that counts stands in the text from a position on. */
    static boolean hasName(String text, int from) {
        return text.substring(from).codePoints().anyMatch(BrandKeys::counts);
    }

    private static boolean counts(int c) {
        if (c < 0x80) {
            return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '+' || c == '&';
        }
        return Character.isLetterOrDigit(c);
    }

    private static boolean latin(int c) {
        return c < 0x80 || Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
    }

    private static boolean joins(int c) {
        return (latin(c) && Character.isLetterOrDigit(c)) || c == '*' || c == '#';
    }
}
