package org.greenaudit.purchase;

/** Full-width forms of the ASCII characters, as Chinese input methods write them. */
final class Widths {

    private Widths() {}

    /** The ASCII character of a full-width form; every other character as it is. */
    static char fold(char c) {
        return c >= '\uff01' && c <= '\uff5e' ? (char) (c - 0xfee0) : c;
    }

    /** Whether it is a digit of either width. */
    static boolean isDigit(char c) {
        char folded = fold(c);
        return folded >= '0' && folded <= '9';
    }

    /** The text with every full-width form replaced and every blank removed. */
    static String compact(String text) {
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
