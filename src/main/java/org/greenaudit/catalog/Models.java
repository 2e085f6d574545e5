package org.greenaudit.catalog;

import java.text.Normalizer;
import java.util.Locale;

/**
 * How models (规格型号) and certificate numbers compare: after NFKC, upper-casing and removing blanks, invisible
 * characters and dashes of every width. No prefix matching: a suffix that a certificate does not list is not covered.
 */
public final class Models {

    private Models() {}

    /** The comparable form of a model; normalising it again changes nothing. */
    public static String normalise(String model) {
        String before = model;
        String after = once(before);
        // Removing a blank can bring a letter and its accent together, which composes only in a second pass.
        while (!after.equals(before)) {
            before = after;
            after = once(before);
        }
        return after;
    }

    private static String once(String model) {
        String text = Normalizer.isNormalized(model, Normalizer.Form.NFKC)
                ? model
                : Normalizer.normalize(model, Normalizer.Form.NFKC);
        text = text.toUpperCase(Locale.ROOT);
        int kept = 0;
        while (kept < text.length() && !ignored(text.codePointAt(kept))) {
            kept += Character.charCount(text.codePointAt(kept));
        }
        if (kept == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, kept);
        text.codePoints()
                .skip(text.codePointCount(0, kept))
                .filter(c -> !ignored(c))
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean ignored(int c) {
        if (c > ' ' && c < 0x7f) {
            return c == '-';
        }
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.DASH_PUNCTUATION -> true;
            default -> c == 0x2212; // the minus sign is a symbol, and a dash to whoever types it
        };
    }
}
