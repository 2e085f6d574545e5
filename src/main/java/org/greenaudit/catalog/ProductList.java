package org.greenaudit.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One edition of a product list (品目清单): a row of {@code lists.csv} with its items. Editions of the same list do not
 * overlap in time; the contract date picks one.
 *
 * @param id {@code energy-saving}, {@code eco-label}, or a further list's own name
 * @param edition the edition, such as {@code 2019}
 * @param titleZh the list's Chinese name
 * @param titleEn the list's English name
 * @param document the document that published it, such as 财库〔2019〕19号
 * @param effectiveFrom first contract date it governs
 * @param effectiveTo last contract date it governs; {@link LocalDate#MAX} while in force
 * @param mandatoryLetter the letter of its rule codes for ★ rows ({@code M})
 * @param priorityLetter the letter of its rule codes for other rows ({@code P}, {@code L})
 * @param certificateCategory the 认证类别 of certificates that satisfy it, such as 节能产品
 * @param certificateColumn the feed column in which buyers cite them, such as {@code energy_certificate_no}; lists may
 *     share one
 * @param items the rows in their order
 */
public record ProductList(
        String id,
        String edition,
        String titleZh,
        String titleEn,
        String document,
        LocalDate effectiveFrom,
        LocalDate effectiveTo,
        String mandatoryLetter,
        String priorityLetter,
        String certificateCategory,
        String certificateColumn,
        List<ListedItem> items) {

    private static final Pattern CERTIFICATE_COLUMN = Pattern.compile("[a-z0-9_]+_certificate_no");

    public ProductList {
        items = List.copyOf(items);
    }

    /** Whether a feed column may be named so: its name cannot be that of a column that every feed may have. */
    public static boolean isCertificateColumn(String name) {
        return CERTIFICATE_COLUMN.matcher(name).matches();
    }

    /** The Chinese header of the certificate column: 节能产品认证证书编号. */
    public String certificateHeader() {
        return certificateCategory + "认证证书编号";
    }

    /** Whether this edition governs contracts of that date. */
    public boolean governs(LocalDate contractDate) {
        return !contractDate.isBefore(effectiveFrom) && !contractDate.isAfter(effectiveTo);
    }
}
