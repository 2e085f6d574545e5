package org.greenaudit.catalog.load;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.catalog.table.CatalogRow;
import org.greenaudit.catalog.table.CatalogTable;
import org.greenaudit.catalog.table.TableFormat;
import org.greenaudit.catalog.table.TableReader;
import org.greenaudit.message.Text;

/** Reads {@code feed-headers.csv}: one header text belongs to one feed column. */
final class FeedHeaderReader {

    private FeedHeaderReader() {}

    /**
     * The aliases.
     *
     * @param feedColumns the canonical headers of the columns that every feed may have
     * @return normalised header text to the feed column's canonical header, in file order
     */
    static Map<String, String> read(TableReader tables, List<String> feedColumns, ProductLists lists) {
        Set<String> columns = new LinkedHashSet<>(feedColumns);
        lists.lists().forEach(list -> columns.add(list.certificateColumn()));
        CatalogTable table = tables.read("feed-headers.csv", TableFormat.of("column alias provenance"));
        Map<String, String> aliases = new LinkedHashMap<>();
        Map<String, CatalogRow> rows = new HashMap<>();
        for (CatalogRow row : table.rows()) {
            String named = row.text("column");
            String column = named.endsWith("?") ? named.substring(0, named.length() - 1) : named;
            if (!columns.contains(column)) {
                boolean perhapsOfALostList = !lists.idsWhole() && ProductList.isCertificateColumn(column);
                if (!perhapsOfALostList) {
                    row.report("column", Text.of("catalog-problem.choice", String.join(", ", columns)));
                }
                continue;
            }
            row.name("alias").ifPresent(alias -> {
                CatalogRow first = rows.putIfAbsent(alias, row);
                if (columns.contains(alias) && !alias.equals(column)) {
                    row.report("alias", Text.of("catalog-problem.alias-is-column"));
                } else if (first != null && !first.text("column").equals(named)) {
                    row.report(
                            "alias", Text.of("catalog-problem.alias-two-columns", first.text("column"), first.line()));
                }
                aliases.putIfAbsent(alias, named);
            });
        }
        return aliases;
    }
}
