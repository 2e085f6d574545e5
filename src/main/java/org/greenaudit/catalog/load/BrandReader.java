package org.greenaudit.catalog.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greenaudit.catalog.name.BrandAliasTable;
import org.greenaudit.catalog.name.BrandKeys;
import org.greenaudit.catalog.table.CatalogRow;
import org.greenaudit.catalog.table.CatalogTable;
import org.greenaudit.catalog.table.TableFormat;
import org.greenaudit.catalog.table.TableReader;
import org.greenaudit.message.Text;

/** Reads {@code brand-aliases.csv}: one alias belongs to one brand and is no other brand's own name. */
final class BrandReader {

    private final List<BrandAliasTable.Alias> aliases = new ArrayList<>();
    private final Map<String, CatalogRow> brandRows = new HashMap<>();
    private final Map<String, CatalogRow> aliasRows = new HashMap<>();

    private BrandReader() {}

    /** The aliases in file order. */
    static BrandAliasTable read(TableReader tables) {
        CatalogTable table = tables.read("brand-aliases.csv", TableFormat.of("brand alias provenance note"));
        BrandReader reader = new BrandReader();
        table.rows().forEach(row -> reader.brandRows.putIfAbsent(BrandKeys.fold(row.text("brand")), row));
        table.rows().forEach(reader::read);
        return BrandAliasTable.of(reader.aliases);
    }

    private void read(CatalogRow row) {
        boolean brand = comparable(row, "brand");
        boolean alias = comparable(row, "alias");
        if (!brand || !alias) {
            return;
        }
        String own = BrandKeys.fold(row.text("brand"));
        String name = BrandKeys.fold(row.text("alias"));
        CatalogRow first = aliasRows.putIfAbsent(name, row);
        CatalogRow namesake = brandRows.get(name);
        if (namesake != null && !name.equals(own)) {
            row.report("alias", Text.of("catalog-problem.alias-is-brand", namesake.line()));
        } else if (first != null && !first.text("brand").equals(row.text("brand"))) {
            row.report("alias", Text.of("catalog-problem.alias-two-brands", first.text("brand"), first.line()));
        }
        aliases.add(new BrandAliasTable.Alias(row.text("brand"), row.text("alias")));
    }

    /** Whether the cell holds a letter or digit, without which no name compares. */
    private static boolean comparable(CatalogRow row, String column) {
        return row.required(column)
                .filter(text -> {
                    boolean named = !BrandKeys.fold(text).isEmpty();
                    if (!named) {
                        row.report(column, Text.of("catalog-problem.brand-empty"));
                    }
                    return named;
                })
                .isPresent();
    }
}
