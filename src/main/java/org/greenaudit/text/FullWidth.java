package org.greenaudit.text;

/** Full-width forms of the ASCII characters, as Chinese input methods write them. */
public final class FullWidth {

    private FullWidth() {}

    /** The ASCII character of a full-width form; every other character as it is. */
    public static char fold(char c) {
        return c >= '\uff01' && c <= '\uff5e' ? (char) (c - 0xfee0) : c;
    }

    /** Whether it is a digit of either width. */
    public static boolean isDigit(char c) {
        char folded = fold(c);
        return folded >= '0' && folded <= '9';
    }

    /** The text with every full-width form replaced and every blank removed. */
    public static String compact(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Blanks.isBlank(c)) {
                out.append(fold(c));
            }
        }
        return out.toString();
    }
}
