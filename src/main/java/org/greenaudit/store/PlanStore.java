package org.greenaudit.store;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What preparing a run found out: its sources and the rows to reject as duplicates. */
public final class PlanStore {

    private static final int BATCH = 1000;

    private final JdbcTemplate jdbc;

    /** A store on this database. */
    public PlanStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores the sources and duplicates of a run that has none yet. */
    public void save(long runId, List<SourceRow> sources, List<DuplicateRecord> duplicates) {
        jdbc.batchUpdate(
                "INSERT INTO audit_source (run_id, source_no, source_name, byte_count, sha256, charset_name, row_count)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                sources,
                BATCH,
                (statement, source) -> {
                    statement.setLong(1, runId);
                    statement.setInt(2, source.sourceNo());
                    statement.setString(3, ColumnCodec.clip(source.name(), ColumnCodec.SOURCE_NAME));
                    statement.setLong(4, source.bytes());
                    statement.setString(5, source.sha256());
                    statement.setString(6, source.charset());
                    statement.setLong(7, source.rows());
                });
        jdbc.batchUpdate(
                "INSERT INTO audit_duplicate (run_id, source_no, line_no, first_source, first_line)"
                        + " VALUES (?, ?, ?, ?, ?)",
                duplicates,
                BATCH,
                (statement, duplicate) -> {
                    statement.setLong(1, runId);
                    statement.setInt(2, duplicate.sourceNo());
                    statement.setLong(3, duplicate.line());
                    statement.setString(4, ColumnCodec.clip(duplicate.firstSource(), ColumnCodec.SOURCE_NAME));
                    statement.setLong(5, duplicate.firstLine());
                });
    }

    /** The sources of a run in order; empty before it was prepared. */
    public List<SourceRow> sources(long runId) {
        return jdbc.query(
                "SELECT source_no, source_name, byte_count, sha256, charset_name, row_count FROM audit_source"
                        + " WHERE run_id = ? ORDER BY source_no",
                (row, n) -> new SourceRow(
                        row.getInt(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5),
                        row.getLong(6)),
                runId);
    }

    /** The rows of a run to reject as duplicates, in source order. */
    public List<DuplicateRecord> duplicates(long runId) {
        return jdbc.query(
                "SELECT source_no, line_no, first_source, first_line FROM audit_duplicate"
                        + " WHERE run_id = ? ORDER BY source_no, line_no",
                (row, n) -> new DuplicateRecord(row.getInt(1), row.getLong(2), row.getString(3), row.getLong(4)),
                runId);
    }
}
