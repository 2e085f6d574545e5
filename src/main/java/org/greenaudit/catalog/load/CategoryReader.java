package org.greenaudit.catalog.load;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.catalog.CategoryCode;
import org.greenaudit.catalog.CategoryScheme;
import org.greenaudit.catalog.table.CatalogRow;
import org.greenaudit.catalog.table.CatalogTable;
import org.greenaudit.catalog.table.TableFormat;
import org.greenaudit.catalog.table.TableReader;
import org.greenaudit.catalog.table.UniqueValues;
import org.greenaudit.text.NameKeys;

/** Reads {@code category-codes-2013.csv} and {@code category-codes-2022.csv}. */
final class CategoryReader {

    private static final Pattern LISTED = Pattern.compile("(?:包括|指)([^。；;（(]+)");
    private static final Pattern NAMES = Pattern.compile("[、，,/]|以及|等$|等(?=[、，,])");
    private static final String OTHER = "其他";

    private final TableReader tables;

    CategoryReader(TableReader tables) {
        this.tables = tables;
    }

    /** Both catalogues; a code twice or of the wrong shape is reported. */
    CategoryCodes read() {
        CatalogTable of2022 =
                tables.read("category-codes-2022.csv", TableFormat.of("code name description provenance"));
        CatalogTable of2013 = tables.read("category-codes-2013.csv", TableFormat.of("code name provenance"));
        Map<CategoryCode, String> names2013 = new HashMap<>();
        Map<CategoryCode, String> names2022 = new HashMap<>();
        Map<CategoryCode, List<String>> goods = new HashMap<>();
        boolean whole2013 = read(of2013, CategoryScheme.GPC2013, names2013);
        boolean whole2022 = read(of2022, CategoryScheme.GPC2022, names2022);
        of2022.rows().forEach(row -> CategoryCode.parse(row.text("code"))
                .filter(code -> !code.isWorksOrService())
                .ifPresent(code -> goods.put(code, goods(row))));
        return new CategoryCodes(new CategoryTable(names2013, names2022, goods), whole2013, whole2022);
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

    /** Whether the table says every code that it should. */
    private static boolean read(CatalogTable table, CategoryScheme scheme, Map<CategoryCode, String> names) {
        boolean whole = table.whole();
        UniqueValues seen = new UniqueValues();
        for (CatalogRow row : table.rows()) {
            var code = row.code("code", scheme);
            whole &= code.isPresent();
            code.filter(c -> seen.claim(c.value(), row, "code")).ifPresent(c -> names.put(c, row.text("name")));
        }
        return whole;
    }
}
