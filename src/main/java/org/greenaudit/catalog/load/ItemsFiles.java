package org.greenaudit.catalog.load;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.greenaudit.catalog.table.CatalogRow;
import org.greenaudit.message.Text;

/** The {@code items_file} of the editions: each in the folder {@code lists}, and each for one edition only. */
final class ItemsFiles {

    private static final Pattern NAME = Pattern.compile("lists/[^/\\\\\\p{Cntrl}]+\\.csv");

    private final Map<String, CatalogRow> rows = new HashMap<>();

    /** The file of an edition; empty, after a report, when none can be read for it. */
    Optional<String> of(CatalogRow row) {
        return row.required("items_file").filter(file -> {
            if (!NAME.matcher(file).matches()) {
                row.report("items_file", Text.of("catalog-problem.items-file"));
                return false;
            }
            CatalogRow first = rows.putIfAbsent(file, row);
            if (first != null) {
                row.report("items_file", Text.of("catalog-problem.items-file-twice", first.line()));
            }
            return first == null;
        });
    }

    /** Whether some edition names the file. */
    boolean has(String file) {
        return rows.containsKey(file);
    }
}
