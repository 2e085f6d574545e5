package org.greenaudit.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact fraction, so that a score is rounded once, at its end, and never falls on the wrong side of a grade.
 *
 * @param numerator any value
 * @param denominator positive
 */
record Fraction(BigDecimal numerator, BigDecimal denominator) {

    static final Fraction ZERO = of(BigDecimal.ZERO);

    static Fraction of(BigDecimal value) {
        return new Fraction(value, BigDecimal.ONE);
    }

    /** A share between 0 and 1; zero when there is no whole. Credit notes can push a raw share beyond either end. */
    static Fraction share(long part, long whole) {
        if (whole <= 0 || part <= 0) {
            return ZERO;
        }
        return new Fraction(BigDecimal.valueOf(Math.min(part, whole)), BigDecimal.valueOf(whole));
    }

    Fraction times(BigDecimal factor) {
        return new Fraction(numerator.multiply(factor), denominator);
    }

    Fraction dividedBy(BigDecimal positive) {
        return new Fraction(numerator, denominator.multiply(positive));
    }

    Fraction minus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).subtract(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    Fraction orZeroIfNegative() {
        return numerator.signum() < 0 ? ZERO : this;
    }

    BigDecimal toOneDecimal() {
        return numerator.divide(denominator, 1, RoundingMode.HALF_UP);
    }
}
