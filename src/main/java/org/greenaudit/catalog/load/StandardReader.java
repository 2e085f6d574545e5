package org.greenaudit.catalog.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenaudit.catalog.StandardExclusion;
import org.greenaudit.catalog.SupersededStandard;
import org.greenaudit.catalog.table.CatalogRow;
import org.greenaudit.catalog.table.CatalogTable;
import org.greenaudit.catalog.table.TableFormat;
import org.greenaudit.catalog.table.TableReader;
import org.greenaudit.catalog.table.UniqueValues;

/** Reads {@code superseded-standards.csv} and {@code standard-exclusions.csv}. */
final class StandardReader {

    private StandardReader() {}

    /** The superseded standards by their comparable form, in file order. */
    static Map<String, SupersededStandard> superseded(TableReader tables) {
        CatalogTable table = tables.read(
                "superseded-standards.csv",
                TableFormat.of("standard replaced_by in_force_from usable_until provenance note"));
        Map<String, SupersededStandard> superseded = new LinkedHashMap<>();
        UniqueValues seen = new UniqueValues();
        for (CatalogRow row : table.rows()) {
            var standard = row.required("standard").map(SupersededStandard::key);
            row.required("replaced_by");
            row.date("in_force_from");
            LocalDate until = row.date("usable_until").orElse(LocalDate.MAX);
            standard.filter(key -> seen.claim(key, row, "standard"))
                    .ifPresent(key -> superseded.put(key, new SupersededStandard(key, row.text("replaced_by"), until)));
        }
        return superseded;
    }

    /** The product kinds that current standards leave out, in file order. */
    static List<StandardExclusion> exclusions(TableReader tables, ProductLists lists, KindReader kinds) {
        CatalogTable table =
                tables.read("standard-exclusions.csv", TableFormat.of("list_id kind standard from provenance note"));
        List<StandardExclusion> exclusions = new ArrayList<>();
        for (CatalogRow row : table.rows()) {
            lists.checkId(row);
            kinds.check(row, "kind");
            var standard = row.required("standard");
            row.required("from")
                    .flatMap(text -> row.date("from"))
                    .ifPresent(from -> exclusions.add(
                            new StandardExclusion(row.text("list_id"), row.text("kind"), standard.orElse(""), from)));
        }
        return exclusions;
    }
}
