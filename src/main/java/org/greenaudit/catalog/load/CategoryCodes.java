package org.greenaudit.catalog.load;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.catalog.CategoryCatalogue;
import org.greenaudit.catalog.CategoryCode;
import org.greenaudit.catalog.CategoryScheme;
import org.greenaudit.catalog.table.CatalogRow;
import org.greenaudit.catalog.table.CatalogTable;
import org.greenaudit.catalog.table.TableFormat;
import org.greenaudit.catalog.table.TableReader;
import org.greenaudit.catalog.table.UniqueValues;
import org.greenaudit.message.Text;
import org.greenaudit.text.NameKeys;

/**
 * The category codes and names of both schemes; the other files are checked against them. A code whose name the source
 * lacks (a few service groups of 2022) is named by itself, so that no name is ever the empty text, which every text
 * contains.
 */
final class CategoryCodes implements CategoryCatalogue {

    private static final Pattern LISTED = Pattern.compile("(?:包括|指)([^。；;（(]+)");
    private static final Pattern NAMES = Pattern.compile("[、，,/]|以及|等$|等(?=[、，,])");
    private static final String OTHER = "其他";

    private final Map<CategoryScheme, Map<CategoryCode, String>> names = new EnumMap<>(CategoryScheme.class);
    private final Map<CategoryCode, List<String>> goods = new HashMap<>();

    /** The schemes whose file was read whole; in the others no code can be called unknown. */
    private final Set<CategoryScheme> whole = EnumSet.noneOf(CategoryScheme.class);

    /** Reads {@code category-codes-2013.csv} and {@code category-codes-2022.csv}; a code twice or of the wrong shape is reported. */
    CategoryCodes(TableReader tables) {
        CatalogTable of2022 =
                tables.read("category-codes-2022.csv", TableFormat.of("code name description provenance"));
        CatalogTable of2013 = tables.read("category-codes-2013.csv", TableFormat.of("code name provenance"));
        read(of2013, CategoryScheme.GPC2013);
        read(of2022, CategoryScheme.GPC2022);
        of2022.rows().forEach(row -> CategoryCode.parse(row.text("code"))
                .filter(code -> !code.isWorksOrService())
                .ifPresent(code -> goods.put(code, goods(row))));
    }

    private void read(CatalogTable table, CategoryScheme scheme) {
        Map<CategoryCode, String> read = new HashMap<>();
        UniqueValues seen = new UniqueValues();
        boolean everyCode = table.whole();
        for (CatalogRow row : table.rows()) {
            var code = row.code("code", scheme);
            everyCode &= code.isPresent();
            String name = NameKeys.readable(row.text("name"));
            code.filter(c -> seen.claim(c.value(), row, "code"))
                    .ifPresent(c -> read.put(c, name.isEmpty() ? c.value() : name));
        }
        names.put(scheme, Map.copyOf(read));
        if (everyCode) {
            whole.add(scheme);
        }
    }

    /** The goods of a row: its title, and what its explanation lists (包括水井、矿井等). */
    private static List<String> goods(CatalogRow row) {
        Set<String> goods = new LinkedHashSet<>(List.of(NAMES.split(row.text("name"))));
        Matcher listed = LISTED.matcher(row.text("description"));
        while (listed.find()) {
            goods.addAll(List.of(NAMES.split(listed.group(1))));
        }
        return goods.stream()
                .map(NameKeys::normalise)
                .filter(name -> name.length() > 1 && !name.startsWith(OTHER))
                .toList();
    }

    @Override
    public Map<CategoryCode, List<String>> goods() {
        return Collections.unmodifiableMap(goods);
    }

    @Override
    public Optional<String> name(CategoryScheme scheme, CategoryCode code) {
        return Optional.ofNullable(names.getOrDefault(scheme, Map.of()).get(code));
    }

    /** The code in a cell, which must be one of its scheme's catalogue. */
    Optional<CategoryCode> known(CatalogRow row, String column, CategoryScheme scheme) {
        return row.code(column, scheme).filter(code -> {
            boolean known = !whole.contains(scheme) || name(scheme, code).isPresent();
            if (!known) {
                row.report(column, Text.of("catalog-problem.unknown", "category-codes-" + scheme.year() + ".csv"));
            }
            return known;
        });
    }
}
