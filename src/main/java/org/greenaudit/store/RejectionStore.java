package org.greenaudit.store;

import static org.greenaudit.store.ColumnCodec.clip;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.Money;
import org.greenaudit.purchase.RegionCodes;
import org.greenaudit.purchase.RejectReason;
import org.greenaudit.purchase.Rejection;
import org.greenaudit.purchase.SourceRef;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of a run that could not be read (table {@code audit_rejection}). */
public final class RejectionStore {

    private static final int PAGE = 1000;
    private static final String COLUMNS =
            "source_no, source_name, line_no, county_code, reason, column_name, cell_value, detail_text, raw_row, amount";

    private record Placed(long seq, Rejection rejection) {}

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
                RegionCodes.county(rejection.regionCode()),
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
     * Hands out the rejected rows of a run in source order; of their regions only the counties are known.
     *
     * @throws IOException what the sink throws
     */
    public void read(long runId, RowSink<Rejection> sink) throws IOException {
        read("run_id = ?", "run_id", List.of(runId), sink);
    }

    /**
     * Hands out those of one county, in the same order.
     *
     * @param county its code; empty for rows that name no region
     * @throws IOException what the sink throws
     */
    public void read(long runId, String county, RowSink<Rejection> sink) throws IOException {
        read("run_id = ? AND county_code = ?", "run_id, county_code", List.of(runId, county), sink);
    }

    /** Sorted by the whole key of an index: by a part of it, H2 would sort a whole partition for each page. */
    private void read(String condition, String key, List<Object> of, RowSink<Rejection> sink) throws IOException {
        List<Integer> partitions = jdbc.queryForList(
                "SELECT DISTINCT partition_no FROM audit_rejection WHERE " + condition + " ORDER BY partition_no",
                Integer.class,
                of.toArray());
        for (int partition : partitions) {
            List<Object> args = new ArrayList<>(of);
            args.addAll(List.of(partition, 0L));
            List<Placed> page;
            do {
                page = jdbc.query(
                        "SELECT seq_no, " + COLUMNS + " FROM audit_rejection WHERE " + condition
                                + " AND partition_no = ? AND seq_no >= ? ORDER BY " + key
                                + ", partition_no, seq_no LIMIT "
                                + PAGE,
                        (row, n) -> new Placed(row.getLong("seq_no"), rejection(row)),
                        args.toArray());
                for (Placed placed : page) {
                    sink.accept(placed.rejection());
                    args.set(args.size() - 1, placed.seq() + 1);
                }
            } while (page.size() == PAGE);
        }
    }

    private static Rejection rejection(ResultSet row) throws SQLException {
        return new Rejection(
                new SourceRef(row.getInt("source_no"), row.getString("source_name"), row.getLong("line_no")),
                row.getString("county_code"),
                RejectReason.valueOf(row.getString("reason")),
                row.getString("column_name"),
                row.getString("cell_value"),
                Text.decode(row.getString("detail_text")),
                row.getString("raw_row"),
                ColumnCodec.fen(row.getBigDecimal("amount")));
    }
}
