package org.greenaudit.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerdictStoreTest extends VerdictStoreContract {

    private static final TestDatabase DATABASE = TestDatabase.h2();

    VerdictStoreTest() {
        super(DATABASE);
    }

    @Test
    void theReportOrderComesFromTheIndexWithoutSorting() {
        String plan = DATABASE.jdbc()
                .queryForObject(
                        "EXPLAIN " + VerdictPages.SELECT + " WHERE run_id = 1 AND outcome = 'VIOLATION'"
                                + " AND sort_key >= X'00' AND (sort_key > X'00' OR partition_no > 1)"
                                + VerdictPages.ORDER,
                        String.class);
        assertThat(plan).contains("AUDIT_VERDICT_ORDER").contains("index sorted");
    }
}
