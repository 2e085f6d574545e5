package org.greenaudit.text;

import java.text.Normalizer;
import java.util.Locale;

/** How names and terms are compared: NFKC, lower case, without blanks of any kind. */
public final class NameKeys {

    private NameKeys() {}

    /** The comparable form of a name. */
    public static String normalise(String text) {
        return readable(text).toLowerCase(Locale.ROOT);
    }

    /** A name as it is shown: NFKC, without blanks of any kind. */
    public static String readable(String text) {
        String folded = Normalizer.isNormalized(text, Normalizer.Form.NFKC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder out = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != '\u200b' && c != '\ufeff') {
                out.append(c);
            }
        }
        return out.toString();
    }
}
