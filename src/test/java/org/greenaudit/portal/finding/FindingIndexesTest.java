package org.greenaudit.portal.finding;

import org.greenaudit.store.database.TestDatabase;

class FindingIndexesTest extends FindingIndexesContract {

    private static final TestDatabase DATABASE = TestDatabase.h2();

    FindingIndexesTest() {
        super(DATABASE);
    }
}
