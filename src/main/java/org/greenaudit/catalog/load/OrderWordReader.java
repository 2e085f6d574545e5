package org.greenaudit.catalog.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.greenaudit.catalog.table.CatalogRow;
import org.greenaudit.catalog.table.CatalogTable;
import org.greenaudit.catalog.table.TableFormat;
import org.greenaudit.catalog.table.TableReader;
import org.greenaudit.text.FullWidth;

/** Reads {@code order-words.csv}. */
final class OrderWordReader {

    private static final List<String> ROLES = List.of(
            "cancelled",
            "cancelled-alone",
            "closed",
            "returned",
            "returned-first",
            "returned-alone",
            "beside",
            "beside-order",
            "done",
            "all",
            "partly",
            "not",
            "if",
            "again",
            "because");

    private OrderWordReader() {}

    /** The words of each role. */
    static Map<String, List<String>> read(TableReader tables) {
        CatalogTable table = tables.read("order-words.csv", TableFormat.of("role word provenance note"));
        Map<String, String> roles = new LinkedHashMap<>();
        ROLES.forEach(role -> roles.put(role, role));
        Map<String, List<String>> words = new TreeMap<>();
        for (CatalogRow row : table.rows()) {
            Optional<String> role = row.choice("role", roles);
            Optional<String> word =
                    row.required("word").map(text -> FullWidth.compact(text).toLowerCase(Locale.ROOT));
            if (role.isPresent() && word.isPresent()) {
                words.computeIfAbsent(role.get(), any -> new ArrayList<>()).add(word.get());
            }
        }
        return Collections.unmodifiableMap(words);
    }
}
