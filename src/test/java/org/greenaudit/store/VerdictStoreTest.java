package org.greenaudit.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.greenaudit.store.database.Dialect;
import org.greenaudit.store.database.TestDatabase;
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
                        "EXPLAIN " + VerdictPages.nextPage(Dialect.H2),
                        String.class,
                        1,
                        "VIOLATION",
                        new byte[] {'3'},
                        new byte[] {'4'},
                        new byte[] {'3'},
                        0,
                        0,
                        1);
        assertThat(plan).contains("AUDIT_VERDICT_ORDER").contains("index sorted");
    }
}
