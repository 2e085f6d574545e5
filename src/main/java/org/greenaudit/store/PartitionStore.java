package org.greenaudit.store;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.greenaudit.assessment.CountyCounts;
import org.greenaudit.source.KeyRange;
import org.greenaudit.source.Partition;
import org.greenaudit.store.PartitionState.Status;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The partitions of a run (table {@code audit_partition}). A partition's counts are stored by the same statement that
 * marks it as done, so that nothing is lost and nothing counted twice.
 */
public final class PartitionStore {

    /** The columns of a partition, apart from its run and its packed counts. */
    static final String COLUMNS = "partition_no, source_no, from_byte, to_byte, first_line, after_key, up_to_key,"
            + " key_checksum, partition_status, row_count";

    private static final String SELECT = "SELECT " + COLUMNS + " FROM audit_partition WHERE run_id = ?";

    private final JdbcTemplate jdbc;

    /** A store on this database. */
    public PartitionStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The partitions of a run in source order; empty before it was prepared. */
    public List<PartitionState> all(long runId) {
        return jdbc.query(SELECT + " ORDER BY partition_no", (row, n) -> partition(row), runId);
    }

    /** One partition of a run, if there is one of that number. */
    public Optional<PartitionState> get(long runId, int partition) {
        return jdbc.query(SELECT + " AND partition_no = ?", (row, n) -> partition(row), runId, partition).stream()
                .findFirst();
    }

    private static PartitionState partition(ResultSet row) throws SQLException {
        Optional<String> after = Optional.ofNullable(row.getString(6));
        Optional<KeyRange> keys = Optional.ofNullable(row.getString(7)).map(upTo -> new KeyRange(after, upTo));
        Partition partition = new Partition(
                row.getInt(1), row.getInt(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(8), keys);
        return new PartitionState(partition, Status.valueOf(row.getString(9)), row.getLong(10));
    }

    /** Begins a partition, or begins it again: whatever an earlier attempt stored of it is deleted. */
    public void begin(long runId, int partition) {
        int first = jdbc.update(
                "UPDATE audit_partition SET partition_status = 'STARTED'"
                        + " WHERE run_id = ? AND partition_no = ? AND partition_status = 'WAITING'",
                runId,
                partition);
        if (first == 0) {
            for (String table : List.of("audit_verdict", "audit_rejection", "audit_decision_use")) {
                jdbc.update("DELETE FROM " + table + " WHERE run_id = ? AND partition_no = ?", runId, partition);
            }
        }
    }

    /** Marks a partition as done, with the number of its rows and its counts. */
    public void finish(long runId, int partition, long rows, CountyCounts counts) {
        jdbc.update(
                "UPDATE audit_partition SET partition_status = 'DONE', row_count = ?, counts_data = ?"
                        + " WHERE run_id = ? AND partition_no = ?",
                rows,
                CountsCodec.encode(counts),
                runId,
                partition);
    }

    /**
     * The counts of all partitions of a run that are done, added up; but for which unit bought what.
     *
     * @param each takes the counts of each partition, units and all
     */
    public CountyCounts counts(long runId, RowSink<CountyCounts> each) throws IOException {
        CountyCounts sum = new CountyCounts();
        List<Integer> done = jdbc.queryForList(
                "SELECT partition_no FROM audit_partition WHERE run_id = ? AND partition_status = 'DONE'"
                        + " ORDER BY partition_no",
                Integer.class,
                runId);
        for (int partition : done) {
            byte[] packed = Objects.requireNonNull(jdbc.queryForObject(
                    "SELECT counts_data FROM audit_partition WHERE run_id = ? AND partition_no = ?",
                    (row, n) -> row.getBytes(1),
                    runId,
                    partition));
            CountyCounts counts = CountsCodec.decode(packed);
            each.accept(counts);
            counts.mergeUnits();
            sum.add(counts);
        }
        return sum;
    }

    /** Forgets the packed counts of a run, once its own counts are stored. */
    public void dropCounts(long runId) {
        jdbc.update("UPDATE audit_partition SET counts_data = NULL WHERE run_id = ?", runId);
    }
}
