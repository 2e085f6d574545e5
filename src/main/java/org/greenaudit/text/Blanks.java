package org.greenaudit.text;

/**
 * Blanks of every kind: spaces of any width, no-break and ideographic ones, tabs, line ends, control characters, and
 * the characters that have no width at all (zero-width space, joiners, byte order mark).
 */
public final class Blanks {

    private Blanks() {}

    /** Whether the character shows nothing. */
    public static boolean isBlank(char c) {
        if (c <= ' ') {
            return true;
        }
        if (c < '\u007f' || (c > '\u3000' && c != '\ufeff')) {
            return false;
        }
        return c <= '\u00a0'
                || c == '\u00ad'
                || (c >= '\u200b' && c <= '\u200f')
                || c == '\u2060'
                || c == '\ufeff'
                || Character.isSpaceChar(c);
    }

    /** The text without blanks at either end; the same string when there are none. */
    public static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** The first index from {@code from} on that is no blank, or the text's length. */
    public static int skip(String text, int from) {
        int i = from;
        while (i < text.length() && isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
