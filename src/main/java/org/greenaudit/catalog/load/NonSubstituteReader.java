package org.greenaudit.catalog.load;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.greenaudit.catalog.NonSubstitute;
import org.greenaudit.catalog.table.CatalogRow;
import org.greenaudit.catalog.table.CatalogTable;
import org.greenaudit.catalog.table.TableFormat;
import org.greenaudit.catalog.table.TableReader;
import org.greenaudit.message.Text;

/** Reads {@code non-substitutes.csv}. */
final class NonSubstituteReader {

    /** A number's pattern is short; Java overflows its stack over deeply nested ones. */
    private static final int LONGEST = 200;

    private NonSubstituteReader() {}

    /** The patterns in file order; one that does not compile, or that any number matches, is reported. */
    static List<NonSubstitute> read(TableReader tables) {
        CatalogTable table = tables.read("non-substitutes.csv", TableFormat.of("pattern meaning provenance note"));
        List<NonSubstitute> patterns = new ArrayList<>();
        for (CatalogRow row : table.rows()) {
            row.required("pattern").ifPresent(pattern -> read(row, pattern, patterns));
        }
        return patterns;
    }

    private static void read(CatalogRow row, String text, List<NonSubstitute> patterns) {
        if (text.length() > LONGEST) {
            row.report("pattern", Text.of("catalog-problem.pattern-long", LONGEST));
            return;
        }
        try {
            Pattern pattern = Pattern.compile(text);
            if (pattern.matcher("").find()) {
                row.report("pattern", Text.of("catalog-problem.pattern-all"));
            } else {
                patterns.add(new NonSubstitute(pattern, row.text("meaning")));
            }
        } catch (PatternSyntaxException e) {
            row.report("pattern", Text.of("catalog-problem.pattern", Math.max(0, e.getIndex()) + 1));
        }
    }
}
