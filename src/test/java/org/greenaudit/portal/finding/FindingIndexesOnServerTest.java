package org.greenaudit.portal.finding;

import org.greenaudit.store.database.TestDatabase;
import org.junit.jupiter.api.Tag;

@Tag("database")
class FindingIndexesOnServerTest extends FindingIndexesContract {

    private static final TestDatabase DATABASE = TestDatabase.onServer();

    FindingIndexesOnServerTest() {
        super(DATABASE);
    }
}
