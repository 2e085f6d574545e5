package org.greenaudit.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.greenaudit.store.database.TestDatabase;
import org.junit.jupiter.api.Test;

class VerdictStoreTest extends VerdictStoreContract {

    private static final TestDatabase DATABASE = TestDatabase.h2();

    VerdictStoreTest() {
        super(DATABASE);
    }

    @Test
    void aPageIsReadAlongTheKeyWithoutSorting() {
        assertThat(DATABASE.jdbc().queryForObject("EXPLAIN " + VerdictStore.PAGE_OF_PARTITION, String.class, 1, 0, 0))
                .contains("index sorted");
    }
}
