package org.greenaudit.purchase;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * An amount of money as written.
 *
 * @param number the number in the cell
 * @param unit the unit that stood beside it, if any
 */
public record Money(BigDecimal number, Optional<MoneyUnit> unit) {

    private static final BigDecimal NOISE = new BigDecimal("0.01");

    /** An amount of fen (1/100 yuan) in yuan, with two decimals. */
    public static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }

    /** In yuan; the cell's own unit counts, and the given one only where the cell has none. */
    public BigDecimal yuan(MoneyUnit otherwise) {
        int power = unit.orElse(otherwise).power();
        return power == 0 ? number : number.scaleByPowerOfTen(power);
    }

    /** Whether fen cannot hold it. What is below a hundredth of a fen is noise of binary fractions, or of no matter. */
    boolean isFinerThanFen(MoneyUnit otherwise) {
        BigDecimal fen = yuan(otherwise).movePointRight(2);
        return fen.scale() > 0
                && fen.subtract(fen.setScale(0, RoundingMode.HALF_UP)).abs().compareTo(NOISE) >= 0;
    }

    /** In fen (1/100 yuan), rounded half up; units as in {@link #yuan}. */
    public long fen(MoneyUnit otherwise) {
        return yuan(otherwise)
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
