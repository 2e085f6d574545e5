package org.greenaudit.text;

/** Full-width forms of the ASCII characters, as Chinese input methods write them. */
public final class FullWidth {

    private FullWidth() {}

    /** The ASCII character of a full-width form; every other character as it is. */
    public static char fold(char c) {
        return c >= '\uff01' && c <= '\uff5e' ? (char) (c - 0xfee0) : c;
    }

    /** The text with every full-width form replaced; the same string when there are none. */
    public static String fold(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (fold(text.charAt(i)) != text.charAt(i)) {
                char[] out = text.toCharArray();
                for (int j = i; j < out.length; j++) {
                    out[j] = fold(out[j]);
                }
                return new String(out);
            }
        }
        return text;
    }

    /** Whether it is a digit of either width. */
    public static boolean isDigit(char c) {
        char folded = fold(c);
        return folded >= '0' && folded <= '9';
    }

    /** The text with every full-width form replaced and every blank removed. */
    public static String compact(String text) {
        return fold(Blanks.remove(text));
    }
}
