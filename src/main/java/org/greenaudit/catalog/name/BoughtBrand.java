package org.greenaudit.catalog.name;

import java.util.List;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.text.OfferWords;

/**
 * A brand cell as bought, read once for all the certificates that it is compared with.
 *
 * @param canonical the cell's canonical form
 * @param names the names in it
 * @param any whether it may mean any: it holds words of an offer and no brand that is known (满足采购需求的产品)
 * @param readings what it may be called
 */
public record BoughtBrand(String canonical, List<Name> names, boolean any, BrandReadings readings) {

    /**
     * A name as it may stand in a certificate.
     *
     * @param brand as a brand, canonical
     * @param company as a holder's or maker's, in comparable form
     */
    public record Name(String brand, String company) {}

    /** Reads a brand cell; never fails. */
    public static BoughtBrand of(String cell, BrandAliases brands) {
        List<String> named = BrandReadings.named(cell);
        return new BoughtBrand(
                brands.canonical(cell),
                named.stream()
                        .map(name -> new Name(brands.canonical(name), CompanyNames.fold(name)))
                        .toList(),
                OfferWords.within(cell)
                        && named.stream().allMatch(name -> brands.within(name).isEmpty()),
                BrandReadings.of(cell, brands));
    }
}
