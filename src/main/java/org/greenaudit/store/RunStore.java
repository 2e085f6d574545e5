package org.greenaudit.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.greenaudit.store.RunRecord.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The runs (table {@code audit_run}). A completed run is never changed again. */
public final class RunStore {

    private static final String SELECT = "SELECT id, run_no, job_name, audit_date, window_from, window_to, run_status,"
            + " started_at, ended_at, catalog_fingerprint, decisions_fingerprint FROM audit_run ";

    private @Nullable String database;
    private final JdbcTemplate jdbc;

    /** A store on this database, which need not have its tables yet. */
    public RunStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What tells this database apart from every other one; it never changes. */
    public synchronized String database() {
        if (database == null) {
            database = Objects.requireNonNull(jdbc.queryForObject("SELECT identity FROM audit_database", String.class));
        }
        return database;
    }

    private RunRecord run(ResultSet row, int number) throws SQLException {
        return new RunRecord(
                database(),
                row.getLong("id"),
                row.getInt("run_no"),
                row.getString("job_name"),
                row.getObject("audit_date", LocalDate.class),
                row.getObject("window_from", LocalDate.class),
                row.getObject("window_to", LocalDate.class),
                Status.valueOf(row.getString("run_status")),
                row.getObject("started_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                Optional.ofNullable(row.getObject("ended_at", LocalDateTime.class))
                        .map(t -> t.toInstant(ZoneOffset.UTC)),
                row.getString("catalog_fingerprint"),
                row.getString("decisions_fingerprint"));
    }

    /** Begins a run: status STARTED, the next number of its job and audit date. The caller holds the job's lock. */
    public RunRecord create(
            RunIdentity identity,
            String catalogFingerprint,
            String settingsDigest,
            String decisionsFingerprint,
            Instant now) {
        Integer last = jdbc.queryForObject(
                "SELECT COALESCE(MAX(run_no), 0) FROM audit_run WHERE job_name = ? AND audit_date = ?",
                Integer.class,
                identity.jobName(),
                identity.auditDate());
        int runNo = (last == null ? 0 : last) + 1;
        jdbc.update(
                "INSERT INTO audit_run (job_name, audit_date, run_no, window_from, window_to, run_status, started_at,"
                        + " catalog_fingerprint, settings_digest, decisions_fingerprint)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                identity.jobName(),
                identity.auditDate(),
                runNo,
                identity.from(),
                identity.to(),
                Status.STARTED.name(),
                utc(now),
                catalogFingerprint,
                settingsDigest,
                decisionsFingerprint);
        return jdbc.queryForObject(
                SELECT + "WHERE job_name = ? AND audit_date = ? AND run_no = ?",
                this::run,
                identity.jobName(),
                identity.auditDate(),
                runNo);
    }

    /** A run as it stands, if there is one of that number. */
    public Optional<RunRecord> find(long runId) {
        return first("WHERE id = ?", runId);
    }

    /** A run as it stands. */
    public RunRecord get(long runId) {
        return jdbc.queryForObject(SELECT + "WHERE id = ?", this::run, runId);
    }

    /** The newest run of an identity that was not abandoned. */
    public Optional<RunRecord> latest(RunIdentity identity) {
        return first(
                "WHERE job_name = ? AND audit_date = ? AND window_from = ? AND window_to = ?"
                        + " AND run_status <> 'ABANDONED' ORDER BY run_no DESC",
                identity.jobName(),
                identity.auditDate(),
                identity.from(),
                identity.to());
    }

    /** The completed run of the same job that came before this one: by audit date, then number. */
    public Optional<RunRecord> previous(RunRecord run) {
        return first(
                "WHERE job_name = ? AND run_status = 'COMPLETED'"
                        + " AND (audit_date < ? OR (audit_date = ? AND run_no < ?))"
                        + " ORDER BY audit_date DESC, run_no DESC",
                run.jobName(),
                run.auditDate(),
                run.auditDate(),
                run.runNo());
    }

    /** The newest completed run of a job: by audit date, then number. */
    public Optional<RunRecord> newest(String jobName) {
        return first("WHERE job_name = ? AND run_status = 'COMPLETED' ORDER BY audit_date DESC, run_no DESC", jobName);
    }

    /**
     * Earlier completed runs of the same job, the oldest first: of each earlier audit date the last run, at most so many of
     * the latest, and before them that of the same day of last year.
     */
    public List<RunRecord> earlier(RunRecord run, int most) {
        LocalDate yearAgo = run.auditDate().minusYears(1);
        SortedMap<LocalDate, RunRecord> byDate = new TreeMap<>();
        for (RunRecord other : ofJob(run.jobName())) {
            if (other.status() == Status.COMPLETED && other.auditDate().isBefore(run.auditDate())) {
                byDate.put(other.auditDate(), other);
            }
        }
        int surplus = byDate.size() - most;
        byDate.keySet()
                .removeAll(byDate.keySet().stream()
                        .limit(Math.max(0, surplus))
                        .filter(date -> !date.equals(yearAgo))
                        .toList());
        return List.copyOf(byDate.values());
    }

    private Optional<RunRecord> first(String where, Object... args) {
        return jdbc.query(SELECT + where + " LIMIT 1", this::run, args).stream().findFirst();
    }

    /** Every run of a job, oldest audit date first. */
    public List<RunRecord> ofJob(String jobName) {
        return jdbc.query(SELECT + "WHERE job_name = ? ORDER BY audit_date, run_no", this::run, jobName);
    }

    /** The digest of the settings a run was begun with. */
    public String settingsDigest(long runId) {
        return Objects.requireNonNull(
                jdbc.queryForObject("SELECT settings_digest FROM audit_run WHERE id = ?", String.class, runId));
    }

    /** Marks a run as completed. */
    public void complete(long runId, Instant now) {
        end(runId, Status.COMPLETED, now);
    }

    /** Gives an unfinished run up for good. */
    public void abandon(long runId, Instant now) {
        end(runId, Status.ABANDONED, now);
    }

    private void end(long runId, Status status, Instant now) {
        jdbc.update(
                "UPDATE audit_run SET run_status = ?, ended_at = ? WHERE id = ? AND run_status = 'STARTED'",
                status.name(),
                utc(now),
                runId);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
