package org.greenaudit.text;

/** Dashes of every length and width, and the minus sign, which is typed as one. */
public final class Dashes {

    private static final char MINUS = '\u2212';

    private Dashes() {}

    /** Whether the character is a dash. */
    public static boolean isDash(int c) {
        return c < 0x80 ? c == '-' : c == MINUS || Character.getType(c) == Character.DASH_PUNCTUATION;
    }
}
