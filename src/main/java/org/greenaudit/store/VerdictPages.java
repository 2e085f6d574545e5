package org.greenaudit.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import org.greenaudit.rules.Outcome;
import org.greenaudit.store.database.Dialect;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The verdicts of one outcome in report order, read page by page along the index {@code audit_verdict_order}: bounded
 * memory on every database, without a cursor held open.
 */
final class VerdictPages {

    /** A verdict with its place in the order. */
    record Placed(byte[] sortKey, int partition, long seq, StoredVerdict verdict) {

        static final Comparator<Placed> ORDER = Comparator.comparing(Placed::sortKey, Arrays::compareUnsigned)
                .thenComparingInt(Placed::partition)
                .thenComparingLong(Placed::seq);
    }

    private static final int PAGE = 2000;
    /** No UTF-8 begins with it. */
    private static final byte[] BEHIND_ALL = {(byte) 0xff};

    private static final String SELECT =
            "SELECT sort_key, partition_no, seq_no, " + VerdictRow.columns() + " FROM audit_verdict";
    private static final String ORDER = " ORDER BY run_id, outcome, sort_key, partition_no, seq_no LIMIT " + PAGE;

    private final JdbcTemplate jdbc;
    private final String firstPage;
    private final String nextPage;
    private final long runId;
    private final String outcome;
    private final byte[] from;
    private final byte[] behind;
    private final Deque<Placed> page = new ArrayDeque<>();
    private boolean ended;
    private @Nullable Placed last;

    /**
     * Pages over a part of the order.
     *
     * @param from the first key
     * @param behind the key behind the last one
     */
    VerdictPages(JdbcTemplate jdbc, Dialect dialect, long runId, Outcome outcome, byte[] from, byte[] behind) {
        this.jdbc = jdbc;
        this.firstPage = firstPage(dialect);
        this.nextPage = nextPage(dialect);
        this.runId = runId;
        this.outcome = outcome.name();
        this.from = from;
        this.behind = behind;
    }

    /** Pages over the whole order. */
    static VerdictPages ofRun(JdbcTemplate jdbc, Dialect dialect, long runId, Outcome outcome) {
        return new VerdictPages(jdbc, dialect, runId, outcome, new byte[0], BEHIND_ALL);
    }

    /** The query of the first page: run, outcome, key, key behind. */
    static String firstPage(Dialect dialect) {
        return SELECT + dialect.index("audit_verdict_order")
                + " WHERE run_id = ? AND outcome = ? AND sort_key >= ? AND sort_key < ?" + ORDER;
    }

    /** The query of the page behind a place: run, outcome, key, key behind, key, partition, partition, number. */
    static String nextPage(Dialect dialect) {
        // the first condition on sort_key is implied by the third; it lets the index find the place
        return SELECT + dialect.index("audit_verdict_order")
                + " WHERE run_id = ? AND outcome = ? AND sort_key >= ? AND sort_key < ? AND (sort_key > ?"
                + " OR partition_no > ? OR (partition_no = ? AND seq_no > ?))" + ORDER;
    }

    /** Whether there is a next verdict. */
    boolean hasNext() {
        if (page.isEmpty() && !ended) {
            load();
        }
        return !page.isEmpty();
    }

    /** The next verdict, once it is known that {@link #hasNext there is one}, without taking it. */
    Placed peek() {
        return page.element();
    }

    /** Takes the verdict that {@link #peek} showed. */
    Placed take() {
        return page.remove();
    }

    private void load() {
        if (last == null) {
            jdbc.query(firstPage, this::add, runId, outcome, from, behind);
        } else {
            jdbc.query(
                    nextPage,
                    this::add,
                    runId,
                    outcome,
                    last.sortKey(),
                    behind,
                    last.sortKey(),
                    last.partition(),
                    last.partition(),
                    last.seq());
        }
        ended = page.size() < PAGE;
        if (!page.isEmpty()) {
            last = page.getLast();
        }
    }

    private void add(ResultSet row) throws SQLException {
        page.add(new Placed(row.getBytes(1), row.getInt(2), row.getLong(3), VerdictRow.read(row)));
    }
}
