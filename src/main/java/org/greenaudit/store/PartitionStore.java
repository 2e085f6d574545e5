package org.greenaudit.store;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.greenaudit.assessment.CountyCounts;
import org.greenaudit.message.Causes;
import org.greenaudit.message.Text;
import org.greenaudit.source.KeyRange;
import org.greenaudit.source.Partition;
import org.greenaudit.store.PartitionState.Status;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The partitions of a run (table {@code audit_partition}). A partition's counts are stored by the same statement that
 * marks it as done, so that nothing is lost and nothing counted twice.
 */
public final class PartitionStore {

    /**
     * The right to evaluate a partition, until somebody takes a later one. What is stored of a partition is stored in
     * transactions that prove it, so that a holder who was too slow can store nothing more.
     *
     * @param partition the partition's number in the run
     * @param number counts the leases of the partition from 1
     */
    public record Lease(long runId, int partition, int number) {}

    /** Somebody else has taken the partition, or it is done. */
    public static final class LeaseLostException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private LeaseLostException(Lease lease) {
            super("lost: " + lease);
        }

        /** Whether a failure comes of it. */
        public static boolean in(Throwable failure) {
            return Causes.first(failure, LeaseLostException.class).isPresent();
        }
    }

    /**
     * How the partitions of a run stand.
     *
     * @param done done
     * @param open not done
     * @param atWork open, and their holder has stored something lately
     * @param failed open, and tried as often as they are
     * @param rows rows read so far
     * @param holders processes that hold those at work
     * @param takenAgain how many times a partition was taken that somebody had taken before
     */
    public record Standing(int done, int open, int atWork, int failed, long rows, int holders, int takenAgain) {

        /** Partitions that are not done, and nobody is at them. */
        public int waiting() {
            return open - atWork;
        }
    }

    /** How often a partition is tried before the run fails. */
    private static final int TRIES = 3;

    /** A holder who has stored nothing for so long may be gone: a partition's first block and its last take no longer. */
    public static final long IDLE_SECONDS = 60;

    /** The columns of a partition, apart from its run and its packed counts. */
    static final String COLUMNS = "partition_no, source_no, from_byte, to_byte, first_line, after_key, up_to_key,"
            + " key_checksum, partition_status, row_count";

    private static final String SELECT = "SELECT " + COLUMNS + " FROM audit_partition WHERE run_id = ?";

    /** Somebody is at the partition; the parameter is {@link #IDLE_SECONDS}. */
    private static final String AT_WORK = "partition_status <> 'DONE' AND lease_at IS NOT NULL"
            + " AND TIMESTAMPDIFF(SECOND, lease_at, LOCALTIMESTAMP(6)) < ?";

    private static final String OF_LEASE =
            " WHERE run_id = ? AND partition_no = ? AND lease_no = ? AND partition_status = 'STARTED'";

    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;

    /** A store on this database. */
    public PartitionStore(DataSource dataSource, JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
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

    /**
     * Takes a partition, whoever has it, unless it is done. Nobody who took it earlier can store anything more of it.
     *
     * @param holder shown to people: host and process
     */
    public Optional<Lease> take(long runId, int partition, String holder) {
        return take(runId, partition, holder, "");
    }

    /**
     * Takes a partition that is not done and whose holder, if it has one, has stored nothing for so long.
     *
     * @param holder shown to people: host and process
     * @param seconds of the database's clock
     */
    public Optional<Lease> takeIdle(long runId, int partition, String holder, long seconds) {
        return take(
                runId,
                partition,
                holder,
                " AND (lease_at IS NULL OR TIMESTAMPDIFF(SECOND, lease_at, LOCALTIMESTAMP(6)) >= ?)",
                seconds);
    }

    private Optional<Lease> take(long runId, int partition, String holder, String idle, Object... idleArgs) {
        List<Object> args = new ArrayList<>(List.of(ColumnCodec.clip(holder, 255), runId, partition));
        args.addAll(List.of(idleArgs));
        // the update holds the row until the number is read
        return transactions.execute(status -> {
            int taken = jdbc.update(
                    "UPDATE audit_partition SET partition_status = 'STARTED', row_count = 0, lease_no = lease_no + 1,"
                            + " lease_holder = ?, lease_at = LOCALTIMESTAMP(6)"
                            + " WHERE run_id = ? AND partition_no = ? AND partition_status <> 'DONE'" + idle,
                    args.toArray());
            return taken == 0
                    ? Optional.empty()
                    : jdbc
                            .queryForList(
                                    "SELECT lease_no FROM audit_partition WHERE run_id = ? AND partition_no = ?",
                                    Integer.class,
                                    runId,
                                    partition)
                            .stream()
                            .findFirst()
                            .map(number -> new Lease(runId, partition, number));
        });
    }

    /** Deletes what holders of earlier leases stored of the partition. */
    public void clear(Lease lease) {
        if (lease.number() > 1) {
            for (String table : List.of("audit_verdict", "audit_rejection", "audit_decision_use")) {
                jdbc.update(
                        "DELETE FROM " + table + " WHERE run_id = ? AND partition_no = ?",
                        lease.runId(),
                        lease.partition());
            }
        }
    }

    /**
     * Proves the lease for the rest of the transaction, and tells how far its holder is.
     *
     * @param rows rows read so far
     * @throws LeaseLostException when somebody else has the partition
     */
    public void keep(Lease lease, long rows) {
        update(lease, "lease_at = LOCALTIMESTAMP(6), row_count = ?", rows);
    }

    /**
     * Marks a partition as done, with the number of its rows and its counts.
     *
     * @throws LeaseLostException when somebody else has the partition
     */
    public void finish(Lease lease, long rows, CountyCounts counts) {
        update(
                lease,
                "partition_status = 'DONE', lease_at = NULL, row_count = ?, counts_data = ?",
                rows,
                CountsCodec.encode(counts));
    }

    /** Lets go of a partition that is not done, for others to begin it again. */
    public void release(Lease lease) {
        update(lease, "lease_at = NULL");
    }

    /**
     * Lets go of a partition whose try failed.
     *
     * @param failure in words for people
     * @return whether it is to be tried again
     */
    public boolean fail(Lease lease, Text failure) {
        update(
                lease,
                "lease_at = NULL, failures = failures + 1, failure = ?",
                ColumnCodec.encode(failure, ColumnCodec.MESSAGE));
        return !failures(lease.runId()).containsKey(lease.partition());
    }

    /** The partitions of a run that were tried as often as they are, and how the last try of each failed. */
    public Map<Integer, Text> failures(long runId) {
        Map<Integer, Text> failures = new TreeMap<>();
        jdbc.query(
                "SELECT partition_no, failure FROM audit_partition"
                        + " WHERE run_id = ? AND partition_status <> 'DONE' AND failures >= ?",
                row -> {
                    failures.put(row.getInt(1), Text.decode(row.getString(2)));
                },
                runId,
                TRIES);
        return failures;
    }

    /** What failed in earlier starts of a run may be tried again. */
    public void forgetFailures(long runId) {
        jdbc.update("UPDATE audit_partition SET failures = 0, failure = '' WHERE run_id = ? AND failures > 0", runId);
    }

    /** How the partitions of a run stand. */
    public Standing standing(long runId) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "SELECT COALESCE(SUM(CASE WHEN partition_status <> 'DONE' THEN 1 ELSE 0 END), 0),"
                        + " COUNT(*), COALESCE(SUM(CASE WHEN " + AT_WORK + " THEN 1 ELSE 0 END), 0),"
                        + " COALESCE(SUM(CASE WHEN partition_status <> 'DONE' AND failures >= ? THEN 1 ELSE 0 END), 0),"
                        + " COALESCE(SUM(row_count), 0),"
                        + " COUNT(DISTINCT CASE WHEN " + AT_WORK + " THEN lease_holder END),"
                        + " COALESCE(SUM(CASE WHEN lease_no > 1 THEN lease_no - 1 ELSE 0 END), 0)"
                        + " FROM audit_partition WHERE run_id = ?",
                (row, n) -> new Standing(
                        row.getInt(2) - row.getInt(1),
                        row.getInt(1),
                        row.getInt(3),
                        row.getInt(4),
                        row.getLong(5),
                        row.getInt(6),
                        row.getInt(7)),
                IDLE_SECONDS,
                TRIES,
                IDLE_SECONDS,
                runId));
    }

    private void update(Lease lease, String set, Object... values) {
        if (jdbc.update("UPDATE audit_partition SET " + set + OF_LEASE, args(lease, values)) == 0) {
            throw new LeaseLostException(lease);
        }
    }

    private static Object[] args(Lease lease, Object... before) {
        List<Object> args = new ArrayList<>(Arrays.asList(before));
        args.addAll(List.of(lease.runId(), lease.partition(), lease.number()));
        return args.toArray();
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
