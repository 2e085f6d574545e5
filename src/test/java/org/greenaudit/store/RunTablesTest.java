package org.greenaudit.store;

import org.greenaudit.store.database.TestDatabase;

class RunTablesTest extends RunTablesContract {

    private static final TestDatabase DATABASE = TestDatabase.h2();

    RunTablesTest() {
        super(DATABASE);
    }
}
