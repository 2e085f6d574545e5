package org.greenaudit.catalog;

import java.util.Set;

/**
 * How texts name a list's products. The two national lists have a name in each language; a list that was added by data is
 * named by its certificate category.
 */
public final class ListNames {

    private static final Set<String> TRANSLATED = Set.of("energy-saving", "eco-label");

    private ListNames() {}

    /** The argument of a text that stands for the list's products. */
    public static String of(ProductList list) {
        return TRANSLATED.contains(list.id()) ? "@list.products." + list.id() : list.certificateCategory();
    }
}
