package org.greenaudit.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.greenaudit.message.Text;

/** Reads {@code non-substitutes.csv}. */
final class NonSubstituteReader {

    private NonSubstituteReader() {}

    /** The patterns in file order; one that does not compile is reported. */
    static List<NonSubstitute> read(TableReader tables) {
        CatalogTable table = tables.read("non-substitutes.csv", TableFormat.of("pattern meaning provenance note"));
        List<NonSubstitute> patterns = new ArrayList<>();
        for (CatalogRow row : table.rows()) {
            row.required("pattern").ifPresent(pattern -> {
                try {
                    patterns.add(new NonSubstitute(Pattern.compile(pattern), row.text("meaning")));
                } catch (PatternSyntaxException e) {
                    row.report("pattern", Text.of("catalog-problem.pattern", e.getDescription(), e.getIndex()));
                }
            });
        }
        return patterns;
    }
}
