package org.greenaudit.purchase;

import java.util.List;
import java.util.Optional;
import org.greenaudit.text.FullWidth;

/**
 * The spellings of an administrative division's code (行政区划代码): full-width digits, a spreadsheet's apostrophe or
 * {@code .0}, and the nine or twelve digits of the statistical divisions, which begin with the six of the administrative one. A row without a code may still tell its region by name.
 */
public final class RegionCodes {

    private static final List<Integer> LENGTHS = List.of(2, 4, 6, 9, 12);
    private static final int ADMINISTRATIVE = 6;

    private RegionCodes() {}

    /** What is known of administrative divisions, for rows that give only a name, only a code, or neither. */
    public interface Naming {

        /** Nothing is known. */
        Naming NONE = new Naming() {
            @Override
            public Optional<String> code(String name) {
                return Optional.empty();
            }

            @Override
            public Optional<String> name(String code) {
                return Optional.empty();
            }

            @Override
            public Optional<String> home() {
                return Optional.empty();
            }
        };

        /** The code that a name means without doubt. */
        Optional<String> code(String name);

        /** The official name of a code. */
        Optional<String> name(String code);

        /** The code of the city to which rows belong that say nothing. */
        Optional<String> home();
    }

    /**
     * The region of a row.
     *
     * @param code its code down to the county; empty where none is certain
     * @param name its name: the feed's, else the official one, else empty
     * @param warning how it was found, where the row does not give its code
     */
    record OfRow(String code, String name, Optional<DataWarning> warning) {

        /** The region by a row's two cells: the code, else what the name means, else the job's city where both say nothing. */
        static OfRow of(String codeCell, String nameCell, Naming naming) {
            String code = RegionCodes.of(codeCell);
            String said = nameCell.isEmpty() ? codeCell : nameCell;
            if (!code.isEmpty()) {
                String name = nameCell.isEmpty() ? naming.name(code).orElse("") : nameCell;
                return new OfRow(code, name, Optional.empty());
            }
            Optional<String> found = said.isEmpty() ? naming.home() : naming.code(said);
            if (found.isPresent()) {
                String name = said.isEmpty() ? naming.name(found.get()).orElse("") : said;
                DataWarning warning = said.isEmpty() ? DataWarning.REGION_FROM_JOB : DataWarning.REGION_FROM_NAME;
                return new OfRow(found.get(), name, Optional.of(warning));
            }
            boolean onlyName = codeCell.isEmpty() && !nameCell.isEmpty();
            return new OfRow("", nameCell, onlyName ? Optional.empty() : Optional.of(DataWarning.REGION_MISSING));
        }
    }

    /** Whether the text is a code: of a province, city, county, township or village, with 2, 4, 6, 9 or 12 digits. */
    public static boolean isCode(String text) {
        if (LENGTHS.indexOf(text.length()) < 0) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    /** The code of the county that a region code belongs to: a shorter code stays as it is, what is no code has none. */
    public static String county(String code) {
        return isCode(code) ? code.substring(0, Math.min(code.length(), ADMINISTRATIVE)) : "";
    }

    /** The code that a cell gives, down to the county; empty where it gives none. */
    static String of(String cell) {
        String code = isCode(cell) ? cell : bare(FullWidth.compact(cell));
        if (!isCode(code)) {
            return "";
        }
        return county(code);
    }

    private static String bare(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isApostrophe(text.charAt(from))) {
            from++;
        }
        while (to > from && isApostrophe(text.charAt(to - 1))) {
            to--;
        }
        int point = text.indexOf('.', from);
        if (point > from && point < to - 1) {
            int zeros = to;
            while (text.charAt(zeros - 1) == '0') {
                zeros--;
            }
            to = zeros == point + 1 ? point : to;
        }
        return text.substring(from, to);
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '`' || c == '\u2018' || c == '\u2019';
    }
}
