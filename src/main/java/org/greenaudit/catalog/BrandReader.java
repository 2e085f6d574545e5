package org.greenaudit.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greenaudit.message.Text;

/** Reads {@code brand-aliases.csv}: one alias belongs to one brand. */
final class BrandReader {

    private BrandReader() {}

    /** The aliases in file order. */
    static BrandAliasTable read(TableReader tables) {
        CatalogTable table = tables.read("brand-aliases.csv", TableFormat.of("brand alias provenance note"));
        List<BrandAliasTable.Alias> aliases = new ArrayList<>();
        Map<String, CatalogRow> rows = new HashMap<>();
        for (CatalogRow row : table.rows()) {
            var brand = row.required("brand");
            var alias = row.required("alias");
            if (brand.isEmpty() || alias.isEmpty()) {
                continue;
            }
            CatalogRow first = rows.putIfAbsent(NameTexts.normalise(alias.get()), row);
            if (first != null && !first.text("brand").equals(brand.get())) {
                row.report("alias", Text.of("catalog-problem.alias-two-brands", first.text("brand"), first.line()));
            }
            aliases.add(new BrandAliasTable.Alias(brand.get(), alias.get()));
        }
        return BrandAliasTable.of(aliases);
    }
}
