package org.greenaudit.assessment;

import java.math.BigDecimal;
import java.util.Locale;

/** Numbers as people read them: grouped by thousands with commas, the same in every locale and on every machine. */
public final class Numbers {

    /** Stands where there is no number. */
    public static final String NONE = "—";

    private Numbers() {}

    /** A whole number, such as {@code 1,234,567}. */
    public static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** The number of lines. */
    public static String lines(Count count) {
        return whole(count.lines());
    }

    /** The amount in yuan, such as {@code 12,000.00}. */
    public static String yuan(Count count) {
        return String.format(Locale.ROOT, "%,.2f", count.yuan());
    }

    /** A decimal number with as many places as it has, such as {@code 4,999.5}. */
    public static String decimal(BigDecimal number) {
        return String.format(Locale.ROOT, "%,." + Math.max(0, number.scale()) + "f", number);
    }

    /** A share, such as {@code 86.4%}. */
    public static String percent(BigDecimal share) {
        return share.toPlainString() + "%";
    }
}
