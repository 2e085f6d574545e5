package org.greenaudit.catalog.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greenaudit.catalog.table.CatalogRow;
import org.greenaudit.catalog.table.CatalogTable;
import org.greenaudit.catalog.table.TableFormat;
import org.greenaudit.catalog.table.TableReader;
import org.greenaudit.catalog.table.UniqueValues;
import org.greenaudit.message.Text;
import org.greenaudit.text.NameKeys;

/** Reads {@code product-kinds.csv}: the kinds, the kinds above them, and no cycle. */
final class KindReader {

    private final CatalogTable table;
    private final Map<String, CatalogRow> rows = new LinkedHashMap<>();
    private final Set<String> cycles = new HashSet<>();

    KindReader(TableReader tables) {
        this.table = tables.read("product-kinds.csv", TableFormat.of("kind parent provenance note"));
        UniqueValues seen = new UniqueValues();
        for (CatalogRow row : table.rows()) {
            row.name("kind")
                    .filter(kind -> seen.claim(kind, row, "kind"))
                    .ifPresent(kind -> rows.put(row.text("kind"), row));
        }
        rows.values().forEach(this::checkParent);
    }

    /** Whether every row of the file is there and names a kind. */
    boolean whole() {
        return table.whole()
                && table.rows().stream().noneMatch(row -> row.text("kind").isEmpty());
    }

    /** Whether there is such a kind. */
    boolean known(String kind) {
        return rows.containsKey(kind);
    }

    /** Reports the kind in a cell when there is no such kind. */
    void check(CatalogRow row, String column) {
        row.required(column)
                .filter(kind -> !rows.containsKey(kind) && !table.mayHold(kind))
                .ifPresent(kind -> row.report(column, Text.of("catalog-problem.unknown", "product-kinds.csv")));
    }

    /** The kinds' own names, normalised, to the kinds. */
    Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        rows.keySet().forEach(kind -> names.put(NameKeys.normalise(kind), kind));
        return names;
    }

    /** The kinds with the terms that stand for them. */
    KindTree tree(Map<String, String> terms) {
        Map<String, String> parents = new HashMap<>();
        Map<String, List<String>> children = new HashMap<>();
        rows.keySet().forEach(kind -> children.put(kind, new ArrayList<>()));
        rows.forEach((kind, row) -> {
            String parent = row.text("parent");
            if (rows.containsKey(parent)) {
                parents.put(kind, parent);
                children.computeIfAbsent(parent, p -> new ArrayList<>()).add(kind);
            }
        });
        return new KindTree(parents, children, terms);
    }

    private void checkParent(CatalogRow row) {
        String parent = row.text("parent");
        if (parent.isEmpty()) {
            return;
        }
        if (!rows.containsKey(parent)) {
            if (table.mayHold(parent)) {
                return;
            }
            row.report("parent", Text.of("catalog-problem.unknown", "product-kinds.csv"));
            return;
        }
        Set<String> path = new LinkedHashSet<>();
        String kind = row.text("kind");
        while (rows.containsKey(kind) && path.add(kind)) {
            kind = rows.get(kind).text("parent");
        }
        if (kind.equals(row.text("kind")) && cycles.addAll(path)) {
            row.report("parent", Text.of("catalog-problem.kind-cycle", String.join(" > ", path)));
        }
    }
}
