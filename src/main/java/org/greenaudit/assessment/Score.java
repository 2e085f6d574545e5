package org.greenaudit.assessment;

import java.math.BigDecimal;

/**
 * The score and grade of a buying unit (考核得分、等级). Shares are by amount; a share whose whole is zero is zero, and a
 * unit with nothing under a priority duty falls short of no target.
 */
final class Score {

    private static final BigDecimal FULL = BigDecimal.valueOf(100);

    private Score() {}

    /** 0…100 with one decimal, see {@link AssessmentPolicy}. */
    static BigDecimal of(UnitTally unit, AssessmentPolicy policy) {
        Fraction mandatory = Fraction.share(unit.mandatoryViolations.amountFen(), unit.mandatory.amountFen())
                .times(policy.mandatoryWeight());
        Fraction undetermined = Fraction.share(unit.undetermined.amountFen(), unit.inScope.amountFen())
                .times(policy.undeterminedWeight());
        return Fraction.of(FULL)
                .minus(mandatory)
                .minus(shortfall(unit, policy.target()).times(policy.priorityWeight()))
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

    private static Fraction shortfall(UnitTally unit, BigDecimal target) {
        if (target.signum() <= 0 || unit.priority.amountFen() <= 0) {
            return Fraction.ZERO;
        }
        Fraction reached = Fraction.share(unit.priorityCertified.amountFen(), unit.priority.amountFen());
        return Fraction.of(target).minus(reached).orZeroIfNegative().dividedBy(target);
    }
}
