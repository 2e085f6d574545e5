package org.greenaudit.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import org.greenaudit.rules.Outcome;
import org.greenaudit.store.database.Dialect;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The stored verdicts of a run (table {@code audit_verdict}). */
public final class VerdictStore {

    private static final int[] LONGEST_KEY_PARTS = {64, 128, 420, 320, 64};

    private final JdbcTemplate jdbc;
    private final TableInsert table;

    /** A store on this database. */
    public VerdictStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.table = new TableInsert(
                jdbc, "audit_verdict", "run_id, partition_no, seq_no, sort_key, " + VerdictRow.columns());
    }

    /**
     * Adds verdicts of a partition.
     *
     * @param firstSeq the number of the first one in its partition; the others follow
     */
    public void insert(long runId, int partition, long firstSeq, List<StoredVerdict> verdicts) {
        List<Object[]> rows = new ArrayList<>(verdicts.size());
        for (StoredVerdict verdict : verdicts) {
            List<Object> row = new ArrayList<>(List.of(runId, partition, firstSeq + rows.size(), sortKey(verdict)));
            row.addAll(VerdictRow.values(verdict));
            rows.add(row.toArray());
        }
        table.rows(rows);
    }

    /** The violations and questions of a run among these records, with the date on which each was first reported. */
    public Map<FindingKey, LocalDate> firstSeen(long runId, Collection<String> recordIds) {
        return FirstSeen.query(
                jdbc,
                "SELECT record_id, list_id, outcome, first_seen FROM audit_verdict WHERE run_id = ?"
                        + " AND outcome IN ('VIOLATION', 'UNDETERMINED')",
                runId,
                recordIds);
    }

    /** The verdicts of a run on a record, by list. */
    public List<StoredVerdict> ofRecord(long runId, String recordId) {
        return jdbc.query(
                "SELECT " + VerdictRow.columns() + " FROM audit_verdict WHERE run_id = ? AND record_id = ?"
                        + " ORDER BY list_id",
                (row, n) -> VerdictRow.read(row),
                runId,
                ColumnCodec.clip(recordId, ColumnCodec.RECORD_ID));
    }

    /** How many verdicts of each outcome are stored for a run. */
    public Map<Outcome, Long> stored(long runId) {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        RowCallbackHandler row = result -> counts.put(Outcome.valueOf(result.getString(1)), result.getLong(2));
        jdbc.query("SELECT outcome, COUNT(*) FROM audit_verdict WHERE run_id = ? GROUP BY outcome", row, runId);
        return counts;
    }

    /**
     * Hands out the verdicts of a run with these outcomes by region, buyer, record, list: the same order on every database.
     *
     * @throws IOException what the sink throws
     */
    public void read(long runId, Set<Outcome> outcomes, RowSink<StoredVerdict> sink) throws IOException {
        Dialect dialect = Dialect.of(Objects.requireNonNull(jdbc.getDataSource()));
        merge(outcomes, outcome -> VerdictPages.ofRun(jdbc, dialect, runId, outcome), sink);
    }

    /**
     * Hands out those of one region, in the same order.
     *
     * @param regionCode the region, as the verdicts have it; may be empty
     * @throws IOException what the sink throws
     */
    public void read(long runId, Set<Outcome> outcomes, String regionCode, RowSink<StoredVerdict> sink)
            throws IOException {
        Dialect dialect = Dialect.of(Objects.requireNonNull(jdbc.getDataSource()));
        byte[] first = (regionCode + '\0').getBytes(StandardCharsets.UTF_8);
        byte[] behind = (regionCode + '\1').getBytes(StandardCharsets.UTF_8);
        merge(outcomes, outcome -> new VerdictPages(jdbc, dialect, runId, outcome, first, behind), sink);
    }

    private static void merge(Set<Outcome> outcomes, Function<Outcome, VerdictPages> pages, RowSink<StoredVerdict> sink)
            throws IOException {
        Queue<VerdictPages> sources =
                new PriorityQueue<>(Comparator.comparing(VerdictPages::peek, VerdictPages.Placed.ORDER));
        for (Outcome outcome : outcomes) {
            VerdictPages source = pages.apply(outcome);
            if (source.hasNext()) {
                sources.add(source);
            }
        }
        while (!sources.isEmpty()) {
            VerdictPages first = sources.remove();
            sink.accept(first.take().verdict());
            if (first.hasNext()) {
                sources.add(first);
            }
        }
    }

    /**
     * The order of reports as bytes: region, buyer code, buyer name, record, list in UTF-8, separated by 0. Bytes compare
     * the same on every database, whatever its collation. At most 1,000 bytes: each part is cut to its share.
     */
    private static byte[] sortKey(StoredVerdict verdict) {
        String[] parts = {
            verdict.regionCode(), verdict.buyerCode(), verdict.buyerName(), verdict.recordId(), verdict.listId()
        };
        ByteArrayOutputStream key = new ByteArrayOutputStream(160);
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                key.write(0);
            }
            byte[] bytes = parts[i].getBytes(StandardCharsets.UTF_8);
            key.write(bytes, 0, Math.min(bytes.length, LONGEST_KEY_PARTS[i]));
        }
        return key.toByteArray();
    }
}
