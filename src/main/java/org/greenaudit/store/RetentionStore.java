package org.greenaudit.store;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** Deletes what a run need not keep for ever. Its counts, assessments and totals stay. */
public final class RetentionStore {

    /** The partitions first: a run without them counts as one without details, however many are left. */
    private static final List<String> TABLES = List.of(
            "audit_partition",
            "audit_verdict",
            "audit_rejection",
            "audit_decision_use",
            "audit_duplicate",
            "audit_note");

    private final JdbcTemplate jdbc;

    /** A store on this database. */
    public RetentionStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Deletes details of a run: partitions, verdicts, rejected rows, duplicates, notes on its sources.
     *
     * @param rows how many rows at most
     * @return how many rows it were; 0 when nothing is left
     */
    public int deleteDetails(long runId, int rows) {
        int deleted = 0;
        Iterator<String> tables = TABLES.iterator();
        while (deleted < rows && tables.hasNext()) {
            deleted +=
                    jdbc.update("DELETE FROM " + tables.next() + " WHERE run_id = ? LIMIT " + (rows - deleted), runId);
        }
        return deleted;
    }

    /** Whether all details of a run are still there. */
    public boolean hasDetails(long runId) {
        Integer partitions =
                jdbc.queryForObject("SELECT COUNT(*) FROM audit_partition WHERE run_id = ?", Integer.class, runId);
        return partitions != null && partitions > 0;
    }

    /** The runs of a job that have any details. */
    public Set<Long> withDetails(String jobName) {
        StringBuilder any = new StringBuilder();
        for (String table : TABLES) {
            any.append(any.isEmpty() ? "" : " OR ")
                    .append("EXISTS (SELECT 1 FROM ")
                    .append(table)
                    .append(" d WHERE d.run_id = r.id)");
        }
        return new TreeSet<>(jdbc.queryForList(
                "SELECT r.id FROM audit_run r WHERE r.job_name = ? AND (" + any + ")", Long.class, jobName));
    }

    /** The runs of all jobs that Spring Batch's tables still know. */
    public Set<Long> withHistory() {
        return new TreeSet<>(jdbc.query(
                "SELECT DISTINCT PARAMETER_VALUE FROM BATCH_JOB_EXECUTION_PARAMS WHERE PARAMETER_NAME = 'run'",
                (row, n) -> Long.valueOf(row.getString(1))));
    }
}
