package org.greenaudit.assessment;

import java.time.LocalDate;

/**
 * The questions of a region that wait for an answer.
 *
 * @param oldest the audit date that first asked the oldest of them
 * @param overdue those first asked more than {@value #DAYS} days before the audit date
 */
public record OpenQuestions(LocalDate oldest, Count overdue) {

    /** The days in which a question should find its answer. */
    public static final int DAYS = 30;

    /** A single question of a run. */
    static OpenQuestions of(LocalDate firstSeen, LocalDate auditDate, long fen) {
        boolean overdue = firstSeen.isBefore(auditDate.minusDays(DAYS));
        return new OpenQuestions(firstSeen, overdue ? new Count(1, fen) : Count.ZERO);
    }

    /** These and others. */
    public OpenQuestions plus(OpenQuestions other) {
        return new OpenQuestions(oldest.isBefore(other.oldest) ? oldest : other.oldest, overdue.plus(other.overdue));
    }
}
