package org.greenaudit.store;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Deletes what a run need not keep for ever. Its counts, assessments and totals stay. */
public final class RetentionStore {

    private final JdbcTemplate jdbc;

    /** A store on this database. */
    public RetentionStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Deletes the verdicts, rejected rows, duplicates and packed counts of a run, one partition after the other. */
    public void deleteDetails(long runId) {
        List<Integer> partitions = jdbc.queryForList(
                "SELECT partition_no FROM audit_partition WHERE run_id = ? ORDER BY partition_no",
                Integer.class,
                runId);
        for (int partition : partitions) {
            for (String table : List.of("audit_verdict", "audit_rejection", "audit_partition")) {
                jdbc.update("DELETE FROM " + table + " WHERE run_id = ? AND partition_no = ?", runId, partition);
            }
        }
        jdbc.update("DELETE FROM audit_duplicate WHERE run_id = ?", runId);
    }

    /** Whether a run still has details. */
    public boolean hasDetails(long runId) {
        Integer partitions =
                jdbc.queryForObject("SELECT COUNT(*) FROM audit_partition WHERE run_id = ?", Integer.class, runId);
        return partitions != null && partitions > 0;
    }
}
