package org.greenaudit.catalog;

import java.util.Optional;
import java.util.Set;

/** Names of the same brand: 联想 and Lenovo, 惠普 and HP. Case, width, blanks and brackets do not matter. */
public interface BrandAliases {

    /**
     * The brand's canonical comparable form. A brand that no file knows is its own normalised text; a cell that glues
     * two known names of one brand, such as {@code 戴尔（Dell）}, is that brand.
     */
    String canonical(String brand);

    /** All names of a brand (canonical), itself among them, in comparable form. */
    Set<String> namesOf(String brand);

    /** The known brand (canonical form) whose name stands at the start of a product name or model, if any. */
    Optional<String> leading(String text);

    /**
     * The first known brand that a product name holds, at its start or behind a character that is no letter.
     *
     * @param name a product name ({@code <2980>惠普激光打印机 M403D})
     */
    Optional<NamedBrand> within(String name);

    /**
     * A brand in a text.
     *
     * @param brand its canonical form
     * @param rest the text behind its name, in NFKC
     */
    record NamedBrand(String brand, String rest) {}

    /** The model without a known name of this brand at its start ({@code HP EliteDesk 800} of 惠普 is {@code EliteDesk 800}). */
    String withoutLeadingBrand(String brand, String model);
}
