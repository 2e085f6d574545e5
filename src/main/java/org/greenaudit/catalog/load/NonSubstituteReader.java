package org.greenaudit.catalog.load;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import org.greenaudit.catalog.NonSubstitute;
import org.greenaudit.catalog.table.CatalogRow;
import org.greenaudit.catalog.table.CatalogTable;
import org.greenaudit.catalog.table.TableFormat;
import org.greenaudit.catalog.table.TableReader;

/** Reads {@code non-substitutes.csv}. */
final class NonSubstituteReader {

    private NonSubstituteReader() {}

    /** The patterns in file order; one that does not compile, or that any number matches, is reported. */
    static List<NonSubstitute> read(TableReader tables) {
        CatalogTable table = tables.read("non-substitutes.csv", TableFormat.of("pattern meaning provenance note"));
        List<NonSubstitute> patterns = new ArrayList<>();
        for (CatalogRow row : table.rows()) {
            PatternCell.read(row)
                    .ifPresent(
                            pattern -> patterns.add(new NonSubstitute(Pattern.compile(pattern), row.text("meaning"))));
        }
        return patterns;
    }
}
