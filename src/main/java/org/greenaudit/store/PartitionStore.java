package org.greenaudit.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.greenaudit.assessment.RunCounts;
import org.greenaudit.store.PartitionRow.Status;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * The partitions of a run (table {@code audit_partition}). A partition's counts are stored by the same statement that
 * marks it as done, so that nothing is lost and nothing counted twice.
 */
public final class PartitionStore {

    private static final String SELECT =
            "SELECT partition_no, source_no, from_byte, to_byte, first_line, partition_status, row_count, after_key,"
                    + " up_to_key, key_checksum FROM audit_partition WHERE run_id = ?";

    private static final int BATCH = 1000;

    private final JdbcTemplate jdbc;

    /** A store on this database. */
    public PartitionStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores the partitions of a run that has none yet. */
    public void save(long runId, List<PartitionRow> partitions) {
        jdbc.batchUpdate(
                "INSERT INTO audit_partition (run_id, partition_no, source_no, from_byte, to_byte, first_line,"
                        + " after_key, up_to_key, key_checksum, partition_status, row_count)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                partitions,
                BATCH,
                (statement, partition) -> {
                    statement.setLong(1, runId);
                    statement.setInt(2, partition.number());
                    statement.setInt(3, partition.sourceNo());
                    statement.setLong(4, partition.from());
                    statement.setLong(5, partition.to());
                    statement.setLong(6, partition.firstLine());
                    statement.setString(
                            7,
                            partition.keys().flatMap(PartitionRow.Keys::after).orElse(null));
                    statement.setString(
                            8, partition.keys().map(PartitionRow.Keys::upTo).orElse(null));
                    statement.setLong(
                            9, partition.keys().map(PartitionRow.Keys::checksum).orElse(0L));
                    statement.setString(10, partition.status().name());
                    statement.setLong(11, partition.rows());
                });
    }

    /** The partitions of a run in source order; empty before it was prepared. */
    public List<PartitionRow> all(long runId) {
        return jdbc.query(SELECT + " ORDER BY partition_no", (row, n) -> partition(row), runId);
    }

    /** One partition of a run, if there is one of that number. */
    public Optional<PartitionRow> get(long runId, int partition) {
        return jdbc.query(SELECT + " AND partition_no = ?", (row, n) -> partition(row), runId, partition).stream()
                .findFirst();
    }

    private static PartitionRow partition(ResultSet row) throws SQLException {
        return new PartitionRow(
                row.getInt(1),
                row.getInt(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                keys(row),
                Status.valueOf(row.getString(6)),
                row.getLong(7));
    }

    private static Optional<PartitionRow.Keys> keys(ResultSet row) throws SQLException {
        Optional<String> after = Optional.ofNullable(row.getString(8));
        long checksum = row.getLong(10);
        return Optional.ofNullable(row.getString(9)).map(upTo -> new PartitionRow.Keys(after, upTo, checksum));
    }

    /** Begins a partition, or begins it again: whatever an earlier attempt stored of it is deleted. */
    public void begin(long runId, int partition) {
        int first = jdbc.update(
                "UPDATE audit_partition SET partition_status = 'STARTED'"
                        + " WHERE run_id = ? AND partition_no = ? AND partition_status = 'WAITING'",
                runId,
                partition);
        if (first == 0) {
            for (String table : List.of("audit_verdict", "audit_rejection")) {
                jdbc.update("DELETE FROM " + table + " WHERE run_id = ? AND partition_no = ?", runId, partition);
            }
        }
    }

    /** Marks a partition as done, with its counts. */
    public void finish(long runId, int partition, RunCounts counts) {
        jdbc.update(
                "UPDATE audit_partition SET partition_status = 'DONE', row_count = ?, counts_data = ?"
                        + " WHERE run_id = ? AND partition_no = ?",
                counts.read().lines(),
                CountsCodec.encode(counts),
                runId,
                partition);
    }

    /** The counts of all partitions of a run that are done, added up. */
    public RunCounts counts(long runId) {
        RunCounts sum = new RunCounts();
        RowCallbackHandler row = result -> sum.add(CountsCodec.decode(result.getBytes(1)));
        jdbc.query(
                "SELECT counts_data FROM audit_partition WHERE run_id = ? AND partition_status = 'DONE'"
                        + " ORDER BY partition_no",
                row,
                runId);
        return sum;
    }

    /** Forgets the packed counts of a run, once its own counts are stored. */
    public void dropCounts(long runId) {
        jdbc.update("UPDATE audit_partition SET counts_data = NULL WHERE run_id = ?", runId);
    }
}
