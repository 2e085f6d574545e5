package org.greenaudit.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.greenaudit.store.RunRecord;

/**
 * Builds the record of a run. Unless a step says otherwise it is the first of its audit date, has begun and not ended, and
 * audits the contracts from 1 January of that year on:
 *
 * <pre>{@code
 * RunRecord second = RunRecords.of("city", "2026-06-30").id(8).number(2).completed().build();
 * }</pre>
 */
public final class RunRecords {

    private final String job;
    private final LocalDate auditDate;
    private long id = 7;
    private int number = 1;
    private RunRecord.Status status = RunRecord.Status.STARTED;
    private Instant startedAt = Instant.EPOCH;
    private Optional<Instant> endedAt = Optional.empty();

    private RunRecords(String job, LocalDate auditDate) {
        this.job = job;
        this.auditDate = auditDate;
    }

    /** A run of a job as of an audit date. */
    public static RunRecords of(String job, String auditDate) {
        return new RunRecords(job, LocalDate.parse(auditDate));
    }

    /** The key of its rows in the database. */
    public RunRecords id(long key) {
        id = key;
        return this;
    }

    /** Which run of its job and audit date it is. */
    public RunRecords number(int runNo) {
        number = runNo;
        return this;
    }

    public RunRecords status(RunRecord.Status value) {
        status = value;
        return this;
    }

    public RunRecords startedAt(Instant time) {
        startedAt = time;
        return this;
    }

    /** It has completed, in no time. */
    public RunRecords completed() {
        endedAt = Optional.of(startedAt);
        return status(RunRecord.Status.COMPLETED);
    }

    /** The record; later steps do not change it. */
    public RunRecord build() {
        return new RunRecord(
                "test",
                id,
                number,
                job,
                auditDate,
                auditDate.withDayOfYear(1),
                auditDate,
                status,
                startedAt,
                endedAt,
                "f".repeat(64),
                "");
    }
}
