package org.greenaudit.purchase;

import java.util.Optional;
import org.greenaudit.text.NameKeys;

/**
 * One header cell in comparable form. A unit in brackets at its end ({@code 金额（万元）}) is
 * understood and kept by itself.
 *
 * @param full the whole header
 * @param name the header without the unit
 * @param unit the unit it names, if any
 */
record HeaderText(String full, String name, Optional<MoneyUnit> unit) {

    /** The comparable form of a header cell. */
    static HeaderText of(String cell) {
        String full = normalise(cell);
        int open = full.lastIndexOf('(');
        if (open <= 0 || !full.endsWith(")")) {
            return new HeaderText(full, full, Optional.empty());
        }
        Optional<MoneyUnit> unit = unitIn(full.substring(open + 1, full.length() - 1));
        return new HeaderText(full, unit.isPresent() ? full.substring(0, open) : full, unit);
    }

    /** A header as headers compare: as names do, with one kind of bracket. */
    static String normalise(String cell) {
        return NameKeys.normalise(cell)
                .replace('【', '(')
                .replace('[', '(')
                .replace('】', ')')
                .replace(']', ')');
    }

    private static Optional<MoneyUnit> unitIn(String remark) {
        if (remark.contains("美元") || remark.contains("欧元") || remark.contains("日元") || remark.contains("港元")) {
            return Optional.empty();
        }
        MoneyUnit[] largestFirst = {MoneyUnit.YI, MoneyUnit.WAN, MoneyUnit.THOUSAND, MoneyUnit.YUAN};
        for (MoneyUnit unit : largestFirst) {
            if (remark.contains(unit.label())) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }
}
