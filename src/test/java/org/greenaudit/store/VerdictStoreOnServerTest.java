package org.greenaudit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenaudit.testing.StoredVerdicts.everyColumn;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.greenaudit.store.database.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

@Tag("database")
class VerdictStoreOnServerTest extends VerdictStoreContract {

    private static final TestDatabase DATABASE = TestDatabase.onServer();

    private final JdbcTemplate jdbc = DATABASE.jdbc();

    VerdictStoreOnServerTest() {
        super(DATABASE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void earlierFindingsAreFoundByRecord(int runs) {
        fill(runs);
        assertUses(
                "audit_verdict_record",
                "SELECT record_id, list_id, outcome, first_seen FROM audit_verdict WHERE run_id = 1"
                        + " AND outcome IN ('VIOLATION', 'UNDETERMINED') AND record_id IN ('R00001', 'R00002', 'R02999')");
    }

    /** Explained queries need rows to be about. */
    private void fill(int runs) {
        for (int run = 1; run <= runs; run++) {
            List<StoredVerdict> rows = IntStream.range(0, 3000)
                    .mapToObj(i -> everyColumn().record("R%05d".formatted(i)).build())
                    .toList();
            DATABASE.stores().verdicts().insert(run, 0, 0, rows);
        }
        jdbc.queryForList("ANALYZE TABLE audit_verdict");
    }

    private void assertUses(String index, String query, Object... args) {
        List<Map<String, Object>> plan = jdbc.queryForList("EXPLAIN " + query, args);
        assertThat(plan).hasSize(1);
        assertThat(plan.get(0)).containsEntry("key", index);
        assertThat(String.valueOf(plan.get(0).get("Extra"))).doesNotContain("filesort", "temporary");
    }
}
