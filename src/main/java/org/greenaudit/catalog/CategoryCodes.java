package org.greenaudit.catalog;

import java.util.Optional;
import org.greenaudit.message.Text;

/**
 * The category codes while the other files are checked against them.
 *
 * @param table the codes and names
 * @param readable2013 false when the file of 2013 could not be read, so that no code can be called unknown
 * @param readable2022 the same for 2022
 */
record CategoryCodes(CategoryTable table, boolean readable2013, boolean readable2022) {

    /** The code in a cell, which must be one of its scheme's catalogue. */
    Optional<CategoryCode> known(CatalogRow row, String column, CategoryScheme scheme) {
        return row.code(column, scheme).filter(code -> {
            boolean readable = scheme == CategoryScheme.GPC2022 ? readable2022 : readable2013;
            boolean known = !readable || table.name(scheme, code).isPresent();
            if (!known) {
                row.report(column, Text.of("catalog-problem.unknown", "category-codes-" + scheme.year() + ".csv"));
            }
            return known;
        });
    }
}
