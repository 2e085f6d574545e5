package org.greenaudit.catalog.name;

import java.util.Locale;
import org.greenaudit.text.Blanks;
import org.greenaudit.text.Brackets;
import org.greenaudit.text.Dashes;

/**
 * How models (规格型号) and certificate numbers compare: after NFKC, upper-casing and removing blanks, invisible
 * characters, dashes of every width and the signs of trade marks, with brackets of every sort alike and Cyrillic capitals as
 * the Latin ones that nobody can tell them from. No prefix matching: a suffix that a certificate does not list is not covered.
 */
public final class ModelKeys {

    private static final String CYRILLIC = "АВЕЅІЈКМНОРСТУХ";
    private static final String LATIN = "ABESIJKMHOPCTYX";

    private ModelKeys() {}

    /** The comparable form of a model; normalising it again changes nothing. */
    public static String normalise(String model) {
        if (ascii(model)) {
            return ofAscii(model);
        }
        String before = model;
        String after = once(before);
        // Removing a blank can bring a letter and its accent together, which composes only in a second pass.
        while (!after.equals(before) && !ascii(after)) {
            before = after;
            after = once(before);
        }
        return after;
    }

    /** Nearly every model and number is: nothing composes, and only case, blanks, dashes and brackets can differ. */
    private static String ofAscii(String model) {
        StringBuilder out = new StringBuilder(model.length());
        for (int i = 0; i < model.length(); i++) {
            int c = model.charAt(i);
            if (!ignored(c)) {
                out.append((char) Brackets.round(Character.toUpperCase(c)));
            }
        }
        return out.toString();
    }

    private static String once(String model) {
        String text = BrandKeys.compose(model).toUpperCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (!ignored(c)) {
                out.appendCodePoint(c < 0x80 ? Brackets.round(c) : latin(Brackets.round(c)));
            }
        }
        return out.toString();
    }

    private static boolean ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static int latin(int c) {
        int alike = CYRILLIC.indexOf(c);
        return alike < 0 ? c : LATIN.charAt(alike);
    }

    private static boolean ignored(int c) {
        return Blanks.isBlank(c) || Dashes.isDash(c) || c == '®' || c == '©';
    }
}
