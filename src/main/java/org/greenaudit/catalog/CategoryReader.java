package org.greenaudit.catalog;

import java.util.HashMap;
import java.util.Map;

/** Reads {@code category-codes-2013.csv} and {@code category-codes-2022.csv}. */
final class CategoryReader {

    private final TableReader tables;

    CategoryReader(TableReader tables) {
        this.tables = tables;
    }

    /** Both catalogues; a code twice or of the wrong shape is reported. */
    CategoryCodes read() {
        CatalogTable of2022 =
                tables.read("category-codes-2022.csv", TableFormat.of("code name description provenance"));
        CatalogTable of2013 = tables.read("category-codes-2013.csv", TableFormat.of("code name provenance"));
        return new CategoryCodes(
                new CategoryTable(names(of2013, CategoryScheme.GPC2013), names(of2022, CategoryScheme.GPC2022)),
                of2013.readable(),
                of2022.readable());
    }

    private static Map<CategoryCode, String> names(CatalogTable table, CategoryScheme scheme) {
        Map<CategoryCode, String> names = new HashMap<>();
        FirstSeen seen = new FirstSeen();
        for (CatalogRow row : table.rows()) {
            row.code("code", scheme)
                    .filter(code -> seen.claim(code.value(), row, "code"))
                    .ifPresent(code -> names.put(code, row.text("name")));
        }
        return names;
    }
}
