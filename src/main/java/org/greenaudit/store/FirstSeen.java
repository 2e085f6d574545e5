package org.greenaudit.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.greenaudit.store.database.Dialect;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Looks up when findings of a run were first seen, on a server many records with one statement. H2 finds a list of records
 * by reading the whole run, and a single record by the index; it is asked for each, which costs no way over a network.
 */
final class FirstSeen {

    private static final int BATCH = 1000;

    private FirstSeen() {}

    /**
     * The findings of these records.
     *
     * @param select selects record, list, outcome and date of a run's rows, up to its condition on the run
     */
    static Map<FindingKey, LocalDate> query(
            JdbcTemplate jdbc, String select, long runId, Collection<String> recordIds) {
        List<String> ids = recordIds.stream()
                .map(id -> ColumnCodec.clip(id, ColumnCodec.RECORD_ID))
                .distinct()
                .sorted()
                .toList();
        Map<FindingKey, LocalDate> found = new HashMap<>();
        RowCallbackHandler row = result -> found.put(
                new FindingKey(
                        result.getString(1),
                        result.getString(2),
                        result.getString(3).toLowerCase(Locale.ROOT)),
                result.getObject(4, LocalDate.class));
        int batch = Dialect.of(Objects.requireNonNull(jdbc.getDataSource())) == Dialect.H2 ? 1 : BATCH;
        for (int from = 0; from < ids.size(); from += batch) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + batch));
            jdbc.query(
                    select + " AND record_id IN (" + TableInsert.marks(some.size()) + ")",
                    row,
                    Stream.concat(Stream.of(runId), some.stream()).toArray());
        }
        return found;
    }
}
