package org.greenaudit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.greenaudit.store.database.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictStoreTest extends VerdictStoreContract {

    private static final TestDatabase DATABASE = TestDatabase.h2();

    VerdictStoreTest() {
        super(DATABASE);
    }

    static List<String> pages() {
        return List.of(VerdictStore.PAGE_OF_PARTITION, VerdictStore.PAGE_OF_VIOLATIONS);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageIsReadAlongTheKeyWithoutSorting(String query) {
        assertThat(DATABASE.jdbc().queryForObject("EXPLAIN " + query, String.class, 1, 0, 0))
                .contains("index sorted");
    }
}
