package org.greenaudit.catalog;

import java.time.LocalDate;
import java.util.Locale;
import org.greenaudit.text.Dashes;
import org.greenaudit.text.NameKeys;

/**
 * A dated standard that a newer one replaced.
 *
 * @param standard the old standard, normalised by {@link #key}, such as {@code GB12021.3-2010}
 * @param replacedBy the new standard, for display
 * @param usableUntil last contract date on which a certificate to the old standard counts; {@link LocalDate#MAX} means
 *     until the certificate's own end
 */
public record SupersededStandard(String standard, String replacedBy, LocalDate usableUntil) {

    /** The comparable form of a standard's number: NFKC, upper case, without blanks; every dash is {@code -}. */
    public static String key(String standard) {
        String text = NameKeys.readable(standard);
        StringBuilder key = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            key.append(Dashes.isDash(c) ? '-' : c);
        }
        return key.toString().toUpperCase(Locale.ROOT);
    }
}
