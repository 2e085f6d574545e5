package org.greenaudit.catalog.load;

import java.util.HashMap;
import java.util.Map;
import org.greenaudit.catalog.CategoryCode;
import org.greenaudit.catalog.CategoryScheme;
import org.greenaudit.catalog.table.CatalogRow;
import org.greenaudit.catalog.table.CatalogTable;
import org.greenaudit.catalog.table.TableFormat;
import org.greenaudit.catalog.table.TableReader;
import org.greenaudit.catalog.table.UniqueValues;

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
        Map<CategoryCode, String> names2013 = new HashMap<>();
        Map<CategoryCode, String> names2022 = new HashMap<>();
        boolean whole2013 = read(of2013, CategoryScheme.GPC2013, names2013);
        boolean whole2022 = read(of2022, CategoryScheme.GPC2022, names2022);
        return new CategoryCodes(new CategoryTable(names2013, names2022), whole2013, whole2022);
    }

    /** Whether the table says every code that it should. */
    private static boolean read(CatalogTable table, CategoryScheme scheme, Map<CategoryCode, String> names) {
        boolean whole = table.whole();
        UniqueValues seen = new UniqueValues();
        for (CatalogRow row : table.rows()) {
            var code = row.code("code", scheme);
            whole &= code.isPresent();
            code.filter(c -> seen.claim(c.value(), row, "code")).ifPresent(c -> names.put(c, row.text("name")));
        }
        return whole;
    }
}
