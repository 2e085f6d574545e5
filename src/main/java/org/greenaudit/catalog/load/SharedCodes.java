package org.greenaudit.catalog.load;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.greenaudit.catalog.CodeScope;
import org.greenaudit.catalog.table.CatalogRow;
import org.greenaudit.message.Text;

/** Finds, within one edition of a list, a row that claims a whole code which another row stands under too. */
final class SharedCodes {

    private final Map<String, CatalogRow> rows = new HashMap<>();
    private final Map<String, Boolean> wholes = new HashMap<>();
    private final Set<String> reported = new HashSet<>();

    /** Reports a code that a row claims whole although another row has it, whichever comes first; a code once. */
    void check(CodeScope scope, CatalogRow row, String column) {
        String key = scope.scheme() + " " + scope.code();
        CatalogRow first = rows.putIfAbsent(key, row);
        boolean anyWhole = wholes.merge(key, scope.whole(), Boolean::logicalOr);
        if (first != null && anyWhole && reported.add(key)) {
            row.report(column, Text.of("catalog-problem.whole-shared", first.line()));
        }
    }
}
