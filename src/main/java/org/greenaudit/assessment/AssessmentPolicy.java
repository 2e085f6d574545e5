package org.greenaudit.assessment;

import java.math.BigDecimal;

/**
 * The numbers of the assessment (考核), all from the job file and printed in the report. Score = 100 −
 * {@code mandatoryWeight}·(share of mandatory in-scope amount in violation) − {@code priorityWeight}·max(0, target −
 * priority share)/target − {@code undeterminedWeight}·(undetermined share), floor 0.
 *
 * @param mandatoryWeight points lost when all mandatory amount is in violation, default 60
 * @param priorityWeight points lost when no priority amount is certified, default 25
 * @param undeterminedWeight points lost when all in-scope amount is undetermined, default 15
 * @param target the priority share to reach, 0…1, default 0.85 (the national level)
 * @param minimumLines a unit with fewer in-scope lines is not graded, default 3
 * @param gradeA lowest score of grade A, default 90
 * @param gradeB lowest score of grade B, default 75
 * @param gradeC lowest score of grade C, default 60
 */
public record AssessmentPolicy(
        BigDecimal mandatoryWeight,
        BigDecimal priorityWeight,
        BigDecimal undeterminedWeight,
        BigDecimal target,
        int minimumLines,
        BigDecimal gradeA,
        BigDecimal gradeB,
        BigDecimal gradeC) {

    /** The default numbers. */
    public static final AssessmentPolicy DEFAULT = new AssessmentPolicy(
            BigDecimal.valueOf(60),
            BigDecimal.valueOf(25),
            BigDecimal.valueOf(15),
            new BigDecimal("0.85"),
            3,
            BigDecimal.valueOf(90),
            BigDecimal.valueOf(75),
            BigDecimal.valueOf(60));
}
