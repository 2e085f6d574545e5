package org.greenaudit.purchase;

import java.math.BigDecimal;
import org.greenaudit.text.DecimalScan;
import org.greenaudit.text.FullWidth;

/**
 * A quantity as feeds write it: {@code 26套}, {@code 5.00(台)}, {@code 1,200}, {@code 1.2万张}. Chinese numerals (一批) stay
 * unread.
 *
 * @param measure the number, or {@link Measure#UNKNOWN}
 * @param unit the unit that stood beside the number, or empty
 */
public record Quantity(Measure measure, String unit) {

    /** No readable quantity. */
    public static final Quantity UNREADABLE = new Quantity(Measure.UNKNOWN, "");

    /** The quantity and its unit; {@link #UNREADABLE} when the cell begins with no number. */
    public static Quantity parse(String cell) {
        DecimalScan scan = DecimalScan.at(cell, 0);
        if (!scan.found()) {
            return UNREADABLE;
        }
        if (scan.end() == cell.length()) {
            return new Quantity(Measure.of(scan.value()), "");
        }
        String rest = FullWidth.compact(cell.substring(scan.end()));
        BigDecimal number = scan.value();
        if (rest.startsWith("万")) {
            number = number.scaleByPowerOfTen(MoneyUnit.WAN.power());
            rest = rest.substring(1);
        }
        String unit = unit(rest);
        return rest.isEmpty() || !unit.isEmpty() ? new Quantity(Measure.of(number), unit) : UNREADABLE;
    }

    /** The unit at the beginning of the text after the number; empty when it does not read as one. */
    private static String unit(String rest) {
        int from = 0;
        while (from < rest.length() && "(/[【".indexOf(rest.charAt(from)) >= 0) {
            from++;
        }
        if (from == rest.length() || !Character.isLetter(rest.charAt(from))) {
            return "";
        }
        boolean latin = rest.charAt(from) < '\u0080';
        int to = from;
        while (to < rest.length() && "()[]【】".indexOf(rest.charAt(to)) < 0) {
            if (!latin && !Character.isLetter(rest.charAt(to))) {
                return "";
            }
            to++;
        }
        return rest.substring(from, to);
    }
}
