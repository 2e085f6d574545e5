package org.greenaudit.catalog.load;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Optional;
import org.greenaudit.catalog.table.CatalogRow;
import org.greenaudit.message.Text;

/**
 * The column {@code pattern} of a table: a regular expression of RE2, which tells some texts from others in time with their
 * length, whatever stands in them.
 */
final class PatternCell {

    private static final String COLUMN = "pattern";

    private static final int LONGEST = 300;

    /** More steps than these take too long for each character of a text. */
    private static final int MOST_STEPS = 500;

    /** Texts that have little in common: what finds itself in each of them tells none from another. */
    private static final List<String> UNLIKE = List.of("QX7", "80Z5", "JW26K");

    private PatternCell() {}

    /**
     * The pattern as written, which may stand among others in a group; one that is missing, does not compile, takes too many
     * steps or finds itself in every text is reported.
     */
    static Optional<String> read(CatalogRow row) {
        return row.required(COLUMN).filter(text -> isPattern(row, text));
    }

    private static boolean isPattern(CatalogRow row, String text) {
        if (text.length() > LONGEST) {
            row.report(COLUMN, Text.of("catalog-problem.pattern-long", LONGEST));
            return false;
        }
        if (EndlessLetters.in(text)) {
            row.report(COLUMN, Text.of("catalog-problem.pattern-endless"));
            return false;
        }
        try {
            // the steps are only known when they are all made
            if (PatternRepeats.most(text) > MOST_STEPS
                    || Pattern.compile(text).programSize() > MOST_STEPS
                    || Pattern.compile("(?:" + text + ")").programSize() > MOST_STEPS) {
                row.report(COLUMN, Text.of("catalog-problem.pattern-large", MOST_STEPS));
                return false;
            }
            Pattern pattern = Pattern.compile(text);
            if (!pattern.matcher("").find()
                    && !UNLIKE.stream().allMatch(one -> pattern.matcher(one).find())) {
                return true;
            }
            row.report(COLUMN, Text.of("catalog-problem.pattern-all"));
        } catch (PatternSyntaxException e) {
            row.report(COLUMN, Text.of("catalog-problem.pattern", Math.max(0, text.indexOf(e.getPattern())) + 1));
        }
        return false;
    }
}
