package org.greenaudit.catalog.table;

import java.util.HashMap;
import java.util.Map;
import org.greenaudit.message.Text;

/** Finds values that must occur once and occur again, and reports where they stood first. */
public final class UniqueValues {

    private final Map<String, CatalogRow> rows = new HashMap<>();

    /** True the first time a key comes; later times the cell is reported as a repetition. */
    public boolean claim(String key, CatalogRow row, String column) {
        CatalogRow first = rows.putIfAbsent(key, row);
        if (first != null) {
            row.report(column, Text.of("catalog-problem.duplicate", first.file(), first.line()));
        }
        return first == null;
    }
}
