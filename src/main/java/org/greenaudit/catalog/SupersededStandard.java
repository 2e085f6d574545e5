package org.greenaudit.catalog;

import java.time.LocalDate;

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
        return java.text.Normalizer.normalize(standard, java.text.Normalizer.Form.NFKC)
                .toUpperCase(java.util.Locale.ROOT)
                .replaceAll("[\\p{Z}\\s]", "")
                .replaceAll("\\p{Pd}", "-");
    }
}
