package org.greenaudit.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One run of a job: a row of table {@code run}.
 *
 * @param database what tells the run's database apart from every other one
 * @param id the key of the run's rows in every table
 * @param runNo the number of the run for its job and audit date, from 1
 * @param jobName the job
 * @param auditDate the audit date
 * @param from first contract date of the window
 * @param to last contract date of the window
 * @param status how it stands
 * @param startedAt when it first started; for operators, never in a report
 * @param endedAt when it completed or failed
 * @param catalogFingerprint the catalog snapshot it was judged with
 * @param decisionsFingerprint people's decisions that could apply in it; empty when there were none
 */
public record RunRecord(
        String database,
        long id,
        int runNo,
        String jobName,
        LocalDate auditDate,
        LocalDate from,
        LocalDate to,
        Status status,
        Instant startedAt,
        Optional<Instant> endedAt,
        String catalogFingerprint,
        String decisionsFingerprint) {

    /** How a run stands. */
    public enum Status {
        /** Begun and not completed: running, or to be restarted. */
        STARTED,
        /** Whole, reports included. */
        COMPLETED,
        /** Given up for good, because its inputs or catalogs changed before it completed. */
        ABANDONED
    }

    /** Whether this run of the same job stands behind another one: by audit date, then number. */
    public boolean isAfter(RunRecord other) {
        int days = auditDate.compareTo(other.auditDate);
        return days > 0 || (days == 0 && runNo > other.runNo);
    }

    /** The {@code run_id} in reports: job, audit date, number and database, such as {@code sample-20260630-1-4k09zx7c}. */
    public String runId() {
        return String.join("-", jobName, auditDate.toString().replace("-", ""), String.valueOf(runNo), database);
    }
}
