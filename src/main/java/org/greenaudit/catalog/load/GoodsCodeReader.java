package org.greenaudit.catalog.load;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.greenaudit.catalog.GoodsCodes;
import org.greenaudit.catalog.ProductKinds;
import org.greenaudit.catalog.table.CatalogRow;
import org.greenaudit.catalog.table.CatalogTable;
import org.greenaudit.catalog.table.TableFormat;
import org.greenaudit.catalog.table.TableReader;

/** Reads {@code goods-codes.csv}. */
final class GoodsCodeReader {

    private static final String FILE = "goods-codes.csv";

    private static final Pattern NOTHING = Pattern.compile("[^\\x{0}-\\x{10FFFF}]");

    private enum Role {
        DATA,
        MODEL
    }

    private static final Map<String, Role> ROLES = Map.of("data", Role.DATA, "model", Role.MODEL);

    private GoodsCodeReader() {}

    /**
     * The codes of each kind, with those of the kinds above it. A kind that the catalogs do not have is reported; in the
     * program's own table, which other catalogs' kinds need not fit, it stays unused.
     */
    static GoodsCodes read(TableReader tables, KindReader kindRows, ProductKinds kinds) {
        CatalogTable table = tables.read(FILE, TableFormat.of("kind role pattern provenance note"));
        boolean builtIn = tables.isBuiltIn(FILE);
        Map<String, Map<Role, List<String>>> rows = new HashMap<>();
        for (CatalogRow row : table.rows()) {
            Optional<Role> role = row.choice("role", ROLES);
            Optional<String> pattern = PatternCell.read(row);
            Optional<String> kind = row.required("kind");
            if (kind.isPresent() && !builtIn) {
                kindRows.check(row, "kind");
            }
            if (role.isPresent() && pattern.isPresent() && kind.isPresent()) {
                rows.computeIfAbsent(kind.get(), any -> new HashMap<>())
                        .computeIfAbsent(role.get(), any -> new ArrayList<>())
                        .add(pattern.get());
            }
        }
        Map<String, GoodsCodes.Codes> codes = new HashMap<>();
        rows.keySet().forEach(kind -> below(kind, kinds, rows, codes));
        return new GoodsCodes(codes);
    }

    /** Kinds that a faulty table puts below themselves are passed once. */
    private static void below(
            String kind,
            ProductKinds kinds,
            Map<String, Map<Role, List<String>>> rows,
            Map<String, GoodsCodes.Codes> codes) {
        if (codes.containsKey(kind)) {
            return;
        }
        Set<String> line = new LinkedHashSet<>();
        Optional<String> own = Optional.of(kind);
        while (own.isPresent() && line.add(own.get())) {
            own = kinds.parent(own.get());
        }
        codes.put(kind, new GoodsCodes.Codes(all(Role.DATA, line, rows), all(Role.MODEL, line, rows)));
        kinds.children(kind).forEach(child -> below(child, kinds, rows, codes));
    }

    private static Pattern all(Role role, Set<String> line, Map<String, Map<Role, List<String>>> rows) {
        String patterns = line.stream()
                .flatMap(kind -> rows.getOrDefault(kind, Map.of()).getOrDefault(role, List.of()).stream())
                .map(pattern -> "(?:" + pattern + ")")
                .collect(Collectors.joining("|"));
        return patterns.isEmpty() ? NOTHING : Pattern.compile(patterns, Pattern.CASE_INSENSITIVE);
    }
}
