package org.greenaudit.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.greenaudit.catalog.Duty;

/**
 * The score and grade of a buying unit (考核得分、等级). Shares are by amount; a share whose whole is zero is zero, and a
 * unit with nothing under a priority duty falls short of no target.
 */
final class Score {

    private static final BigDecimal FULL = BigDecimal.valueOf(100);

    private Score() {}

    /** 0…100 with one decimal, see {@link AssessmentPolicy}. */
    static BigDecimal of(Map<Duty, Indicator> duties, AssessmentPolicy policy) {
        Indicator must = duties.getOrDefault(Duty.MANDATORY, Indicator.EMPTY);
        Indicator should = duties.getOrDefault(Duty.PRIORITY, Indicator.EMPTY);
        Fraction mandatory = Fraction.share(
                        must.violated().amountFen(), must.inScope().amountFen())
                .times(policy.mandatoryWeight());
        Fraction undetermined = Fraction.share(
                        must.undetermined().plus(should.undetermined()).amountFen(),
                        must.inScope().plus(should.inScope()).amountFen())
                .times(policy.undeterminedWeight());
        return Fraction.of(FULL)
                .minus(mandatory)
                .minus(shortfall(should, policy.target()).times(policy.priorityWeight()))
                .minus(undetermined)
                .orZeroIfNegative()
                .toOneDecimal();
    }

    /** The grade of a score, from the rounded score that is printed, so that both agree. */
    static String grade(BigDecimal score, AssessmentPolicy policy) {
        if (score.compareTo(policy.gradeA()) >= 0) {
            return "A";
        }
        if (score.compareTo(policy.gradeB()) >= 0) {
            return "B";
        }
        return score.compareTo(policy.gradeC()) >= 0 ? "C" : "D";
    }

    private static Fraction shortfall(Indicator priority, BigDecimal target) {
        if (target.signum() <= 0 || priority.inScope().amountFen() <= 0) {
            return Fraction.ZERO;
        }
        Fraction reached = Fraction.share(
                priority.certified().amountFen(), priority.inScope().amountFen());
        return Fraction.of(target).minus(reached).orZeroIfNegative().dividedBy(target);
    }

    /**
     * An exact fraction, so that a score is rounded once, at its end, and never falls on the wrong side of a grade.
     *
     * @param numerator any value
     * @param denominator positive
     */
    private record Fraction(BigDecimal numerator, BigDecimal denominator) {

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
}
