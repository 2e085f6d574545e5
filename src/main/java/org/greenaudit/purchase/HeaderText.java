package org.greenaudit.purchase;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.greenaudit.text.NameKeys;
import org.greenaudit.text.Traditional;

/**
 * One header cell in comparable form. Its unit is understood and kept by itself, whether it stands in brackets ({@code
 * 金额（万元）}, {@code 金额（元）（含税）}) or behind the name ({@code 金额:万元}).
 *
 * @param full the whole header
 * @param name the header without the unit
 * @param unit the unit it names, if any
 * @param bare the header without what stands in brackets at its end, understood or not
 */
record HeaderText(String full, String name, Optional<MoneyUnit> unit, String bare) {

    private static final int SHORT = 3;
    private static final int LONG = 7;

    private static final Pattern WITH_REMARK = Pattern.compile("(.+?)((?:\\([^()]*\\))++)");

    private static final Pattern WITH_UNIT = Pattern.compile("(.*[额价款])[/:_,、-]?("
            + Arrays.stream(MoneyUnit.values())
                    .map(MoneyUnit::label)
                    .filter(label -> label.endsWith("元"))
                    .collect(Collectors.joining("|"))
            + ")");

    /** The comparable form of a header cell. */
    static HeaderText of(String cell) {
        String full = normalise(cell);
        Matcher remarked = WITH_REMARK.matcher(full);
        Matcher united = WITH_UNIT.matcher(full);
        Matcher parts = remarked.matches() ? remarked : united;
        if (parts == united && !united.matches()) {
            return new HeaderText(full, full, Optional.empty(), full);
        }
        MoneyRemark remark = MoneyRemark.behindHeader(parts.group(2));
        return remark.understood()
                ? new HeaderText(full, parts.group(1), remark.unit(), parts.group(1))
                : new HeaderText(full, full, Optional.empty(), parts.group(1));
    }

    /** A header as headers compare: as names do, in simplified characters and with one kind of bracket. */
    static String normalise(String cell) {
        return Traditional.simplified(NameKeys.normalise(cell))
                .replace('【', '(')
                .replace('[', '(')
                .replace('】', ')')
                .replace(']', ')');
    }

    /** Whether what stands in brackets could be a unit or a currency, and is none that is known. */
    boolean unitUnknown() {
        return name.equals(full) && MoneyRemark.mayBeUnit(full.substring(bare.length()));
    }

    /** Whether two names, normalised, differ by no more than a slip of the pen: 合同签定日期 and 合同签订日期. */
    static boolean near(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int most = shorter <= SHORT ? 0 : shorter < LONG ? 1 : 2;
        return Math.abs(one.length() - other.length()) <= most && distance(one, other) <= most;
    }

    /** The characters to put in, leave out or change. */
    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j < before.length; j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[before.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(before[j], row[j - 1]) + 1);
            }
            before = row;
        }
        return before[other.length()];
    }
}
