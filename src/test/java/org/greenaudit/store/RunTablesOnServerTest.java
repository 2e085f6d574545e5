package org.greenaudit.store;

import org.greenaudit.store.database.TestDatabase;
import org.junit.jupiter.api.Tag;

@Tag("database")
class RunTablesOnServerTest extends RunTablesContract {

    private static final TestDatabase DATABASE = TestDatabase.onServer();

    RunTablesOnServerTest() {
        super(DATABASE);
    }
}
