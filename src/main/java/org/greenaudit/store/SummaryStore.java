package org.greenaudit.store;

import java.util.Optional;
import org.greenaudit.assessment.Count;
import org.springframework.jdbc.core.JdbcTemplate;

/** The totals of a run (table {@code audit_summary}). */
public final class SummaryStore {

    /**
     * The totals.
     *
     * @param read rows read
     * @param previousRun the {@code run_id} in reports of the run it was compared with, if there was one
     * @param changes how its violations differ from that run's; zero without one
     */
    public record Summary(Count read, Optional<String> previousRun, HistoryStore.Difference changes) {}

    private final JdbcTemplate jdbc;

    /** A store on this database. */
    public SummaryStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores the totals of a run, in the place of any stored before. */
    public void save(long runId, Summary summary) {
        jdbc.update("DELETE FROM audit_summary WHERE run_id = ?", runId);
        jdbc.update(
                "INSERT INTO audit_summary (run_id, read_lines, read_amount, previous_run, new_violations,"
                        + " resolved_violations) VALUES (?, ?, ?, ?, ?, ?)",
                runId,
                summary.read().lines(),
                ColumnCodec.yuan(summary.read().amountFen()),
                summary.previousRun().orElse(null),
                summary.changes().added(),
                summary.changes().resolved());
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

    /** The totals of a run, once it was assessed. */
    public Optional<Summary> load(long runId) {
        return jdbc
                .query(
                        "SELECT read_lines, read_amount, previous_run, new_violations, resolved_violations"
                                + " FROM audit_summary WHERE run_id = ?",
                        (row, n) -> new Summary(
                                new Count(row.getLong(1), ColumnCodec.fen(row.getBigDecimal(2))),
                                Optional.ofNullable(row.getString(3)),
                                new HistoryStore.Difference(row.getLong(4), row.getLong(5))),
                        runId)
                .stream()
                .findFirst();
    }
}
