package org.greenaudit.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** A share in percent, as every table and page shows it: one decimal, rounded half up, from exact numbers. */
public final class Share {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Share() {}

    /**
     * The part's share of the whole in percent.
     *
     * @return empty when there is no whole (zero, or less where credit notes outweigh purchases)
     */
    public static Optional<BigDecimal> percent(long part, long whole) {
        if (whole <= 0) {
            return Optional.empty();
        }
        return Optional.of(
                BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP));
    }

    /** The share by number of lines, see {@link #percent}. */
    public static Optional<BigDecimal> byLines(Count part, Count whole) {
        return percent(part.lines(), whole.lines());
    }

    /** The share by amount, see {@link #percent}. */
    public static Optional<BigDecimal> byAmount(Count part, Count whole) {
        return percent(part.amountFen(), whole.amountFen());
    }
}
