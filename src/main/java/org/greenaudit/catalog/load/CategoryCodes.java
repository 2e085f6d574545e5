package org.greenaudit.catalog.load;

import java.util.Optional;
import org.greenaudit.catalog.CategoryCode;
import org.greenaudit.catalog.CategoryScheme;
import org.greenaudit.catalog.table.CatalogRow;
import org.greenaudit.message.Text;

/**
 * The category codes while the other files are checked against them.
 *
 * @param table the codes and names
 * @param whole2013 false when the file of 2013 could not be read whole, so that no code can be called unknown
 * @param whole2022 the same for 2022
 */
record CategoryCodes(CategoryTable table, boolean whole2013, boolean whole2022) {

    /** The code in a cell, which must be one of its scheme's catalogue. */
    Optional<CategoryCode> known(CatalogRow row, String column, CategoryScheme scheme) {
        return row.code(column, scheme).filter(code -> {
            boolean whole = scheme == CategoryScheme.GPC2022 ? whole2022 : whole2013;
            boolean known = !whole || table.name(scheme, code).isPresent();
            if (!known) {
                row.report(column, Text.of("catalog-problem.unknown", "category-codes-" + scheme.year() + ".csv"));
            }
            return known;
        });
    }
}
