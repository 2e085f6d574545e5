package org.greenaudit.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.greenaudit.assessment.BuyerKey;
import org.greenaudit.catalog.Duty;
import org.greenaudit.file.Crew;
import org.greenaudit.rules.Outcome;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The stored verdicts of a run (table {@code audit_verdict}). */
public final class VerdictStore {

    private static final int PAGE = 2000;
    /** The query of a page: run, partition, first number. */
    static final String PAGE_OF_PARTITION = page(VerdictRow.columns());

    /** The same in the columns by which {@link #readViolations} counts verdicts and hands out violations. */
    static final String PAGE_OF_VIOLATIONS =
            page("outcome, duty, region_code, buyer_code, buyer_name, entry_id, rule_code, contract_date, first_seen");

    /** A violation as far as it counts for the unit that bought. */
    record Violation(BuyerKey buyer, String entryId, String rule, LocalDate contractDate, LocalDate firstSeen) {}

    /** A verdict, and the violation if it is one that counts. */
    private record Judged(Outcome outcome, Optional<Violation> violation) {}

    /** What a row of a partition holds. */
    private interface Content<T> {
        T of(ResultSet row, int partition) throws SQLException;
    }

    private static final Content<SortedVerdicts.Placed> PLACED =
            (row, partition) -> new SortedVerdicts.Placed(partition, row.getLong("seq_no"), VerdictRow.cells(row));

    private record Numbered<T>(long seq, T content) {}

    private final JdbcTemplate jdbc;
    private final TableInsert table;

    /** A store on this database. */
    public VerdictStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.table = new TableInsert(jdbc, "audit_verdict", "run_id, partition_no, seq_no, " + VerdictRow.columns());
    }

    /**
     * Adds verdicts of a partition.
     *
     * @param firstSeq the number of the first one in its partition; the others follow
     */
    public void insert(long runId, int partition, long firstSeq, List<StoredVerdict> verdicts) {
        List<Object[]> rows = new ArrayList<>(verdicts.size());
        for (StoredVerdict verdict : verdicts) {
            List<Object> row = new ArrayList<>(List.of(runId, partition, firstSeq + rows.size()));
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
                (row, n) -> VerdictRow.verdict(VerdictRow.cells(row)),
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
     * The verdicts of a run with these outcomes, sorted once for every reading: partitions are read and sorted at once, and
     * merged when they are read.
     *
     * @param folder takes what is too much for memory
     * @param threads how many read and sort, at least 1
     */
    public SortedVerdicts sorted(long runId, Set<Outcome> outcomes, Path folder, int threads) throws IOException {
        SortedVerdicts sorted = new SortedVerdicts(outcomes, folder, threads);
        AtomicReference<Optional<Integer>> last = new AtomicReference<>(Optional.of(-1));
        List<Crew.Part> parts = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            SortedVerdicts.Sorter sorter = sorted.new Sorter(thread);
            parts.add(() -> {
                for (Optional<Integer> partition = next(runId, last);
                        partition.isPresent();
                        partition = next(runId, last)) {
                    scan(runId, partition.get(), PAGE_OF_PARTITION, PLACED, sorter::add);
                }
                sorter.sort();
            });
        }
        try {
            Crew.carryOut(parts, threads);
        } catch (IOException | RuntimeException e) {
            sorted.close();
            throw e;
        }
        return sorted;
    }

    /** The partition that nobody reads yet. */
    private Optional<Integer> next(long runId, AtomicReference<Optional<Integer>> last) {
        synchronized (last) {
            return last.updateAndGet(before -> before.flatMap(partition -> partition(runId, partition)));
        }
    }

    /**
     * Hands out the verdicts of a run with these outcomes in source order.
     *
     * @throws IOException what the sink throws
     */
    public void read(long runId, Set<Outcome> outcomes, RowSink<StoredVerdict> sink) throws IOException {
        scan(runId, PAGE_OF_PARTITION, PLACED, placed -> {
            if (outcomes.contains(placed.outcome())) {
                sink.accept(VerdictRow.verdict(placed.cells()));
            }
        });
    }

    /**
     * Hands out the violations of a run that are no advisory ones, in source order. All verdicts are read for it, so they are
     * counted on the way.
     *
     * @return how many verdicts of each outcome are stored for the run
     */
    Map<Outcome, Long> readViolations(long runId, RowSink<Violation> sink) throws IOException {
        Content<Judged> content = (row, partition) -> {
            Outcome outcome = Outcome.valueOf(row.getString(1));
            boolean counts = outcome == Outcome.VIOLATION && Duty.valueOf(row.getString(2)) != Duty.ADVISORY;
            return new Judged(outcome, counts ? Optional.of(violation(row)) : Optional.empty());
        };
        Map<Outcome, Long> stored = new EnumMap<>(Outcome.class);
        scan(runId, PAGE_OF_VIOLATIONS, content, judged -> {
            stored.merge(judged.outcome(), 1L, Long::sum);
            if (judged.violation().isPresent()) {
                sink.accept(judged.violation().get());
            }
        });
        return stored;
    }

    private static Violation violation(ResultSet row) throws SQLException {
        return new Violation(
                new BuyerKey(row.getString(3), row.getString(4), row.getString(5)),
                row.getString(6),
                row.getString(7),
                row.getObject(8, LocalDate.class),
                row.getObject(9, LocalDate.class));
    }

    private static String page(String columns) {
        return "SELECT " + columns + ", seq_no FROM audit_verdict WHERE run_id = ? AND partition_no = ? AND seq_no >= ?"
                // all of the key, or H2 sorts the whole partition for each page
                + " ORDER BY run_id, partition_no, seq_no LIMIT " + PAGE;
    }

    /** Page by page along the primary key: bounded memory on every database, without a cursor held open. */
    private <T> void scan(long runId, String query, Content<T> content, RowSink<T> sink) throws IOException {
        Optional<Integer> partition = partition(runId, -1);
        while (partition.isPresent()) {
            scan(runId, partition.get(), query, content, sink);
            partition = partition(runId, partition.get());
        }
    }

    /** The partition with verdicts that follows another one. */
    private Optional<Integer> partition(long runId, int behind) {
        return jdbc
                .queryForList(
                        "SELECT partition_no FROM audit_verdict WHERE run_id = ? AND partition_no > ?"
                                + " ORDER BY run_id, partition_no, seq_no LIMIT 1",
                        Integer.class,
                        runId,
                        behind)
                .stream()
                .findFirst();
    }

    private <T> void scan(long runId, int partition, String query, Content<T> content, RowSink<T> sink)
            throws IOException {
        long next = 0;
        List<Numbered<T>> page;
        do {
            page = jdbc.query(
                    query,
                    (row, n) -> new Numbered<>(row.getLong("seq_no"), content.of(row, partition)),
                    runId,
                    partition,
                    next);
            for (Numbered<T> row : page) {
                sink.accept(row.content());
                next = row.seq() + 1;
            }
        } while (page.size() == PAGE);
    }
}
