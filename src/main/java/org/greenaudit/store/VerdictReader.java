package org.greenaudit.store;

import java.io.IOException;
import java.util.Comparator;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import org.greenaudit.rules.Outcome;
import org.greenaudit.store.database.Dialect;
import org.springframework.jdbc.core.JdbcTemplate;

/** Hands out the stored verdicts of a run by region, buyer, record, list: the same order on every database. */
public final class VerdictReader {

    private final JdbcTemplate jdbc;

    /** A reader on this database. */
    public VerdictReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Hands out the verdicts of a run with these outcomes, in report order.
     *
     * @throws IOException what the sink throws
     */
    public void read(long runId, Set<Outcome> outcomes, RowSink<StoredVerdict> sink) throws IOException {
        Dialect dialect = Dialect.of(Objects.requireNonNull(jdbc.getDataSource()));
        Queue<VerdictPages> sources =
                new PriorityQueue<>(Comparator.comparing(VerdictPages::peek, VerdictPages.Placed.ORDER));
        for (Outcome outcome : outcomes) {
            VerdictPages source = new VerdictPages(jdbc, dialect, runId, outcome);
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
}
