package org.greenaudit.text;

/**
 * Blanks of every kind: spaces of any width, tabs, line ends, control characters, and the characters that only steer
 * how others are shown (zero-width space, joiners, bidi marks, variation selectors, soft hyphen, byte order mark).
 */
public final class Blanks {

    private static final int GRAPHEME_JOINER = 0x034f;

    private Blanks() {}

    /** Whether the character shows nothing. */
    public static boolean isBlank(int c) {
        if (c <= ' ') {
            return true;
        }
        // nearly every character is ASCII or Chinese: no need to look up its type
        if (c < 0x7f || (c > 0x3000 && c < 0xfe00)) {
            return false;
        }
        if ((c >= 0xfe00 && c <= 0xfe0f) || c == GRAPHEME_JOINER) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT -> true;
            default -> false;
        };
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

    /** The text without any blank; the same string when there are none. */
    public static String remove(String text) {
        int first = 0;
        while (first < text.length() && !isBlank(text.charAt(first))) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, first);
        for (int i = first + 1; i < text.length(); i++) {
            if (!isBlank(text.charAt(i))) {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
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
