package org.greenaudit.catalog.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenaudit.catalog.CategoryCode;
import org.greenaudit.catalog.CategoryScheme;
import org.greenaudit.catalog.CodeScope;
import org.greenaudit.catalog.table.CatalogRow;
import org.greenaudit.catalog.table.CatalogTable;
import org.greenaudit.catalog.table.TableFormat;
import org.greenaudit.catalog.table.TableReader;
import org.greenaudit.catalog.table.UniqueValues;
import org.greenaudit.message.Text;
import org.greenaudit.text.NameKeys;

/** The way from 2013 to 2022 codes: {@code category-crosswalk.csv}. */
final class Crosswalk {

    private final Map<CategoryCode, List<Target>> targets;

    private Crosswalk(Map<CategoryCode, List<Target>> targets) {
        this.targets = targets;
    }

    /** Reads the file; codes that do not exist, names that differ from the catalogue's and repetitions are reported. */
    static Crosswalk read(TableReader tables, CategoryCodes codes) {
        CatalogTable table = tables.read(
                "category-crosswalk.csv",
                TableFormat.of("code_2013 name_2013 code_2022 name_2022 coverage provenance note"));
        Map<CategoryCode, List<Target>> targets = new HashMap<>();
        UniqueValues pairs = new UniqueValues();
        UniqueValues wholes = new UniqueValues();
        Map<String, Boolean> coverages = new LinkedHashMap<>();
        coverages.put("whole", true);
        coverages.put("part", false);
        for (CatalogRow row : table.rows()) {
            var from = codes.known(row, "code_2013", CategoryScheme.GPC2013);
            var to = codes.known(row, "code_2022", CategoryScheme.GPC2022);
            var whole = row.choice("coverage", coverages);
            if (from.isEmpty() || to.isEmpty() || whole.isEmpty()) {
                continue;
            }
            checkName(row, "name_2013", codes, CategoryScheme.GPC2013, from.get());
            checkName(row, "name_2022", codes, CategoryScheme.GPC2022, to.get());
            boolean fresh = pairs.claim(from.get() + ">" + to.get(), row, "code_2022")
                    && (!whole.get() || wholes.claim(to.get().value(), row, "code_2022"));
            if (fresh) {
                targets.computeIfAbsent(from.get(), c -> new ArrayList<>()).add(new Target(to.get(), whole.get()));
            }
        }
        return new Crosswalk(targets);
    }

    /**
     * The 2022 codes of a listed row that stands under a 2013 code. Where the code has no row of its own, those of the
     * nearest code above apply in part.
     *
     * @param whole whether the listed row is all that its 2013 code names
     */
    List<CodeScope> scopes(CategoryCode code2013, boolean whole) {
        String value = code2013.value();
        for (int length = value.length(); length >= 3; length -= 2) {
            List<Target> found = targets.get(new CategoryCode(value.substring(0, length)));
            if (found != null) {
                boolean own = length == value.length();
                return found.stream()
                        .map(t -> new CodeScope(CategoryScheme.GPC2022, t.code(), own && whole && t.whole()))
                        .toList();
            }
        }
        return List.of();
    }

    private static void checkName(
            CatalogRow row, String column, CategoryCodes codes, CategoryScheme scheme, CategoryCode code) {
        String written = NameKeys.readable(row.text(column));
        codes.name(scheme, code)
                .filter(official -> !official.equals(written))
                .ifPresent(official -> row.report(column, Text.of("catalog-problem.name-differs", official)));
    }

    private record Target(CategoryCode code, boolean whole) {}
}
