package org.greenaudit.store;

import java.util.Optional;
import org.greenaudit.assessment.Count;
import org.greenaudit.purchase.Money;
import org.springframework.jdbc.core.JdbcTemplate;

/** The totals of a run (table {@code audit_summary}). */
public final class SummaryStore {

    private final JdbcTemplate jdbc;

    /** A store on this database. */
    public SummaryStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Stores the totals of a run, in the place of any stored before.
     *
     * @param read rows read
     * @param changes how its violations differ from those of the run before it, if there was one
     */
    public void save(long runId, Count read, Optional<RunChanges> changes) {
        jdbc.update("DELETE FROM audit_summary WHERE run_id = ?", runId);
        jdbc.update(
                "INSERT INTO audit_summary (run_id, read_lines, read_amount, previous_run, new_violations,"
                        + " resolved_violations) VALUES (?, ?, ?, ?, ?, ?)",
                runId,
                read.lines(),
                Money.yuan(read.amountFen()),
                changes.map(RunChanges::previousRunId).orElse(null),
                changes.map(RunChanges::added).orElse(0L),
                changes.map(RunChanges::resolved).orElse(0L));
    }

    /** Rows read by all completed runs of a job and by this run of it. */
    public long processed(RunRecord run) {
        Long lines = jdbc.queryForObject(
                "SELECT COALESCE(SUM(s.read_lines), 0) FROM audit_summary s JOIN audit_run r ON r.id = s.run_id"
                        + " WHERE r.job_name = ? AND (r.run_status = 'COMPLETED' OR r.id = ?)",
                Long.class,
                run.jobName(),
                run.id());
        return lines == null ? 0 : lines;
    }

    /** How the violations of a run differ from those of the run before it, if there was one and both were assessed. */
    public Optional<RunChanges> changes(long runId) {
        return jdbc
                .query(
                        "SELECT previous_run, new_violations, resolved_violations FROM audit_summary"
                                + " WHERE run_id = ? AND previous_run IS NOT NULL",
                        (row, n) -> new RunChanges(row.getString(1), row.getLong(2), row.getLong(3)),
                        runId)
                .stream()
                .findFirst();
    }
}
