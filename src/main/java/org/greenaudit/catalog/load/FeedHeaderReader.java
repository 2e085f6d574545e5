package org.greenaudit.catalog.load;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.greenaudit.catalog.table.CatalogRow;
import org.greenaudit.catalog.table.CatalogTable;
import org.greenaudit.catalog.table.TableFormat;
import org.greenaudit.catalog.table.TableReader;
import org.greenaudit.message.Text;

/** Reads {@code feed-headers.csv}: one header text belongs to one feed column. */
final class FeedHeaderReader {

    private FeedHeaderReader() {}

    /** Normalised header text to the feed column's canonical name, in file order. */
    static Map<String, String> read(TableReader tables) {
        CatalogTable table = tables.read("feed-headers.csv", TableFormat.of("column alias provenance"));
        Map<String, String> aliases = new LinkedHashMap<>();
        Map<String, CatalogRow> rows = new HashMap<>();
        for (CatalogRow row : table.rows()) {
            String column = row.text("column");
            if (!FeedColumnNames.ALL.contains(column)) {
                row.report("column", Text.of("catalog-problem.choice", String.join(", ", FeedColumnNames.ALL)));
                continue;
            }
            row.name("alias").ifPresent(alias -> {
                CatalogRow first = rows.putIfAbsent(alias, row);
                if (FeedColumnNames.ALL.contains(alias) && !alias.equals(column)) {
                    row.report("alias", Text.of("catalog-problem.alias-is-column"));
                } else if (first != null && !first.text("column").equals(column)) {
                    row.report(
                            "alias", Text.of("catalog-problem.alias-two-columns", first.text("column"), first.line()));
                }
                aliases.putIfAbsent(alias, column);
            });
        }
        return aliases;
    }
}
