package org.greenaudit.catalog.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.greenaudit.catalog.Regions;
import org.greenaudit.catalog.table.CatalogRow;
import org.greenaudit.catalog.table.CatalogTable;
import org.greenaudit.catalog.table.TableFormat;
import org.greenaudit.catalog.table.TableReader;
import org.greenaudit.catalog.table.UniqueValues;
import org.greenaudit.message.Text;
import org.greenaudit.text.FullWidth;

/** Reads {@code regions.csv}. */
final class RegionReader {

    private static final Pattern CODE = Pattern.compile("[1-9]\\d{5}");

    private RegionReader() {}

    /** The administrative divisions. */
    static Regions read(TableReader tables) {
        CatalogTable table = tables.read("regions.csv", TableFormat.of("code name short_name provenance"));
        List<Regions.Region> regions = new ArrayList<>();
        UniqueValues seen = new UniqueValues();
        for (CatalogRow row : table.rows()) {
            Optional<String> code = row.required("code").filter(text -> isCode(text, row));
            Optional<String> name = row.required("name").map(FullWidth::compact);
            if (code.isPresent() && name.isPresent() && seen.claim(code.get(), row, "code")) {
                regions.add(new Regions.Region(code.get(), name.get(), FullWidth.compact(row.text("short_name"))));
            }
        }
        return new Regions(regions);
    }

    private static boolean isCode(String text, CatalogRow row) {
        boolean code = CODE.matcher(text).matches();
        if (!code) {
            row.report("code", Text.of("catalog-problem.region-code"));
        }
        return code;
    }
}
