package org.greenaudit.store;

import static org.greenaudit.store.ColumnCodec.clip;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.Money;
import org.greenaudit.purchase.RejectReason;
import org.greenaudit.purchase.Rejection;
import org.greenaudit.purchase.SourceRef;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** The rows of a run that could not be read (table {@code audit_rejection}). */
public final class RejectionStore {

    private static final int PAGE = 1000;
    private static final String COLUMNS =
            "source_no, source_name, line_no, reason, column_name, cell_value, detail_text, raw_row, amount";

    private final JdbcTemplate jdbc;

    /** A store on this database. */
    public RejectionStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds rejected rows of a partition; the first one has that number in its partition, the others follow. */
    public void insert(long runId, int partition, long firstSeq, List<Rejection> rejections) {
        List<Object[]> rows = new ArrayList<>(rejections.size());
        for (Rejection rejection : rejections) {
            rows.add(new Object[] {
                runId,
                partition,
                firstSeq + rows.size(),
                rejection.ref().sourceNo(),
                clip(rejection.ref().source(), ColumnCodec.SOURCE_NAME),
                rejection.ref().line(),
                rejection.reason().name(),
                clip(rejection.column(), 40),
                clip(rejection.value(), 200),
                ColumnCodec.encode(rejection.detail(), ColumnCodec.MESSAGE),
                clip(rejection.raw(), 2000),
                Money.yuan(rejection.amountFen())
            });
        }
        new TableInsert(jdbc, "audit_rejection", "run_id, partition_no, seq_no, " + COLUMNS).rows(rows);
    }

    /** How many rows of a run were rejected. */
    public long stored(long runId) {
        Long count = jdbc.queryForObject("SELECT COUNT(*) FROM audit_rejection WHERE run_id = ?", Long.class, runId);
        return count == null ? 0 : count;
    }

    /**
     * Hands out the rejected rows of a run in source order, a partition at a time.
     *
     * @throws IOException what the sink throws
     */
    public void read(long runId, RowSink<Rejection> sink) throws IOException {
        RowMapper<Rejection> row = (result, n) -> new Rejection(
                new SourceRef(result.getInt(2), result.getString(3), result.getLong(4)),
                RejectReason.valueOf(result.getString(5)),
                result.getString(6),
                result.getString(7),
                Text.decode(result.getString(8)),
                result.getString(9),
                ColumnCodec.fen(result.getBigDecimal(10)));
        for (int partition : partitions(runId)) {
            long next = 0;
            List<Rejection> page;
            do {
                page = jdbc.query(
                        "SELECT seq_no, " + COLUMNS + " FROM audit_rejection"
                                + " WHERE run_id = ? AND partition_no = ? AND seq_no >= ?"
                                + " ORDER BY run_id, partition_no, seq_no LIMIT " + PAGE,
                        row,
                        runId,
                        partition,
                        next);
                for (Rejection rejection : page) {
                    sink.accept(rejection);
                }
                next += page.size();
            } while (page.size() == PAGE);
        }
    }

    private List<Integer> partitions(long runId) {
        return jdbc.queryForList(
                "SELECT DISTINCT partition_no FROM audit_rejection WHERE run_id = ? ORDER BY partition_no",
                Integer.class,
                runId);
    }
}
