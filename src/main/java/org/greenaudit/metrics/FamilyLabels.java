package org.greenaudit.metrics;

import java.util.HashMap;
import java.util.Map;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.ListedItem;

/** The values of the label {@code family}: two digits and the family's name, from the catalogs. */
final class FamilyLabels {

    /** For an item of an earlier run that is no longer in the catalogs. */
    static final String OTHER = "other";

    private final Map<String, String> byEntry = new HashMap<>();

    FamilyLabels(CatalogSnapshot catalog) {
        catalog.lists().forEach(list -> list.items().forEach(item -> byEntry.put(item.entryId(), label(item))));
    }

    /** The family of a listed item. */
    String label(String entryId) {
        return byEntry.getOrDefault(entryId, OTHER);
    }

    private static String label(ListedItem item) {
        String number = String.valueOf(item.familyNo());
        return (number.length() < 2 ? "0" + number : number) + " " + item.familyName();
    }
}
