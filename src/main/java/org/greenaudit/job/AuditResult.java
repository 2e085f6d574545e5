package org.greenaudit.job;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.greenaudit.assessment.RunCounts;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.FeedNote;
import org.greenaudit.store.RunChanges;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.database.LockHolder;

/**
 * How an audit ended.
 *
 * @param status how
 * @param run the run; absent when it failed before it began
 * @param counts its counts; empty unless it is completed
 * @param reportDir its reports, where they still exist
 * @param changes against the previous completed run of the job, if there was one
 * @param catalog the catalogs it was called with; present when there are counts
 * @param notes how its sources were read; empty unless it is completed
 * @param failure why it failed, in words for people
 * @param notices what went wrong beside the audit itself, such as metrics that could not be published
 */
public record AuditResult(
        Status status,
        Optional<RunRecord> run,
        RunCounts counts,
        Optional<Path> reportDir,
        Optional<RunChanges> changes,
        Optional<CatalogSnapshot> catalog,
        List<FeedNote> notes,
        Optional<Text> failure,
        List<Text> notices) {

    /** How an audit ended. */
    public enum Status {
        /** Whole, reports included. */
        COMPLETED,
        /** It had been completed before; nothing was done but to publish its figures again. */
        ALREADY_COMPLETED,
        /** Stopped on request; the next call continues it. */
        STOPPED,
        /** Failed; where a run had begun, the next call continues it. */
        FAILED
    }

    public AuditResult {
        notes = List.copyOf(notes);
        notices = List.copyOf(notices);
    }

    /** A failure before or in a run. */
    public static AuditResult failed(Optional<RunRecord> run, Text failure) {
        return incomplete(Status.FAILED, run, Optional.of(failure));
    }

    /** A start that never began because an audit of the job has been running in this process since then. */
    public static AuditResult refused(String job, Instant since) {
        return failed(Optional.empty(), JobLockGuard.refusal(job, LockHolder.here(since)));
    }

    /** A run that was stopped, or none when it was stopped before one began. */
    static AuditResult stopped(Optional<RunRecord> run) {
        return incomplete(Status.STOPPED, run, Optional.empty());
    }

    private static AuditResult incomplete(Status status, Optional<RunRecord> run, Optional<Text> failure) {
        return new AuditResult(
                status,
                run,
                new RunCounts(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                failure,
                List.of());
    }

    /** Whether it never began because another audit of the job is running. */
    public boolean isRefused() {
        return failure.filter(text -> text.key().equals(JobLockGuard.LOCKED)).isPresent();
    }

    /** The same with these notices. */
    public AuditResult with(List<Text> heard) {
        return new AuditResult(status, run, counts, reportDir, changes, catalog, notes, failure, heard);
    }
}
