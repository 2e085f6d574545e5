package org.greenaudit.store;

import java.util.ArrayList;
import java.util.List;
import org.greenaudit.purchase.FeedNote;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a reader must know of how the sources of runs were read (table {@code audit_note}). */
public final class NoteStore {

    private final JdbcTemplate jdbc;

    /** A store on this database. */
    public NoteStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores the notes of a run, in the place of any stored before. */
    public void save(long runId, List<FeedNote> notes) {
        jdbc.update("DELETE FROM audit_note WHERE run_id = ?", runId);
        List<Object[]> rows = new ArrayList<>();
        for (FeedNote note : notes) {
            rows.add(
                    new Object[] {runId, rows.size(), note.grave(), ColumnCodec.encode(note.text(), ColumnCodec.MESSAGE)
                    });
        }
        new TableInsert(jdbc, "audit_note", "run_id, seq_no, grave, note").rows(rows);
    }

    /** The notes of a run in their order. */
    public List<FeedNote> of(long runId) {
        return jdbc.query(
                "SELECT grave, note FROM audit_note WHERE run_id = ? ORDER BY seq_no",
                (row, n) -> new FeedNote(
                        row.getBoolean(1),
                        ColumnCodec.decodeAll(row.getString(2)).get(0)),
                runId);
    }
}
