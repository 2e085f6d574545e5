package org.greenaudit.text;

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
        return Blanks.remove(Nfkc.of(text));
    }
}
