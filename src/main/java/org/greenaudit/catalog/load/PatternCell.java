package org.greenaudit.catalog.load;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.greenaudit.catalog.table.CatalogRow;
import org.greenaudit.message.Text;

/** The column {@code pattern} of a table: a regular expression that tells some texts from others. */
final class PatternCell {

    private static final String COLUMN = "pattern";

    /** Java overflows its stack over deeply nested patterns. */
    private static final int LONGEST = 300;

    private PatternCell() {}

    /** The pattern as written; one that is missing, does not compile or finds itself in every text is reported. */
    static Optional<String> read(CatalogRow row) {
        return row.required(COLUMN).filter(text -> isPattern(row, text));
    }

    private static boolean isPattern(CatalogRow row, String text) {
        if (text.length() > LONGEST) {
            row.report(COLUMN, Text.of("catalog-problem.pattern-long", LONGEST));
            return false;
        }
        try {
            if (!Pattern.compile(text).matcher("").find()) {
                return true;
            }
            row.report(COLUMN, Text.of("catalog-problem.pattern-all"));
        } catch (PatternSyntaxException e) {
            row.report(COLUMN, Text.of("catalog-problem.pattern", Math.max(0, e.getIndex()) + 1));
        }
        return false;
    }
}
