package org.greenaudit.catalog;

import java.text.Normalizer;
import java.util.Locale;

/**
 * How models (规格型号) compare: after NFKC, upper-casing and removing blanks and dashes of every width. No prefix
 * matching: a suffix that a certificate does not list is not covered.
 */
public final class Models {

    private Models() {}

    /** The comparable form of a model. */
    public static String normalise(String model) {
        String text = Normalizer.normalize(model, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> !Character.isWhitespace(c)
                        && !Character.isSpaceChar(c)
                        && Character.getType(c) != Character.DASH_PUNCTUATION
                        && c != 0x2212)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
