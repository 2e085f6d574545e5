package org.greenaudit.text;

/** A text of a file as it can be shown to people: on one line, not too long, and with nothing that steers what shows it. */
public final class ShownText {

    private ShownText() {}

    /** The text on one line, cut where it is longer than that. Characters that could control a terminal are shown as �. */
    public static String of(String text, int most) {
        StringBuilder shown = new StringBuilder();
        int end = Math.min(text.length(), most);
        for (int i = 0; i < end; i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            boolean steers = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
            shown.appendCodePoint(c == '\n' || c == '\t' ? ' ' : steers ? 0xfffd : c);
        }
        return end < text.length() ? shown.append('…').toString() : shown.toString();
    }
}
