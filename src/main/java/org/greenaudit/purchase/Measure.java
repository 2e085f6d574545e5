package org.greenaudit.purchase;

import java.math.BigDecimal;

/**
 * A quantity (pieces, sets …) or a unit price (yuan) that may be unknown.
 *
 * @param known whether there is a value
 * @param value the value, zero when unknown
 */
public record Measure(boolean known, BigDecimal value) {

    /** Not given or not readable. */
    public static final Measure UNKNOWN = new Measure(false, BigDecimal.ZERO);

    /** A known value. */
    public static Measure of(BigDecimal value) {
        return new Measure(true, value);
    }

    /** The plain decimal, or the empty string when unknown. */
    @Override
    public String toString() {
        return known ? value.toPlainString() : "";
    }
}
