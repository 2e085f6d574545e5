package org.greenaudit.catalog.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenaudit.catalog.RecycledProducts;
import org.greenaudit.catalog.table.CatalogRow;
import org.greenaudit.catalog.table.CatalogTable;
import org.greenaudit.catalog.table.TableFormat;
import org.greenaudit.catalog.table.TableReader;
import org.greenaudit.text.FullWidth;

/** Reads {@code recycled-products.csv}. */
final class RecycledReader {

    private static final Map<String, Boolean> ROLES = Map.of("recycled", true, "not-recycled", false);

    private RecycledReader() {}

    /** The words of each kind. */
    static RecycledProducts read(TableReader tables, KindReader kinds) {
        CatalogTable table = tables.read("recycled-products.csv", TableFormat.of("kind role word provenance note"));
        Map<String, RecycledProducts.Words> words = new LinkedHashMap<>();
        for (CatalogRow row : table.rows()) {
            kinds.check(row, "kind");
            Optional<Boolean> recycled = row.choice("role", ROLES);
            Optional<String> word = row.required("word").map(FullWidth::compact);
            if (recycled.isPresent() && word.isPresent()) {
                RecycledProducts.Words more = recycled.get()
                        ? new RecycledProducts.Words(List.of(word.get()), List.of())
                        : new RecycledProducts.Words(List.of(), List.of(word.get()));
                words.merge(row.text("kind"), more, RecycledProducts.Words::plus);
            }
        }
        return new RecycledProducts(words);
    }
}
