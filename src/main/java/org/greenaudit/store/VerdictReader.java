package org.greenaudit.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.greenaudit.rules.Outcome;
import org.greenaudit.store.database.Dialect;
import org.jspecify.annotations.Nullable;
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
        List<VerdictPages> sources = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            if (outcomes.contains(outcome)) {
                sources.add(new VerdictPages(jdbc, dialect, runId, outcome));
            }
        }
        VerdictPages first = first(sources);
        while (first != null) {
            sink.accept(first.take().verdict());
            first = first(sources);
        }
    }

    private static @Nullable VerdictPages first(List<VerdictPages> sources) {
        VerdictPages first = null;
        VerdictPages.Placed least = null;
        for (VerdictPages source : sources) {
            VerdictPages.Placed candidate = source.peek();
            if (candidate != null && (least == null || candidate.compareTo(least) < 0)) {
                first = source;
                least = candidate;
            }
        }
        return first;
    }
}
