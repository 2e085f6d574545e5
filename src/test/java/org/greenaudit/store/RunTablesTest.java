package org.greenaudit.store;

class RunTablesTest extends RunTablesContract {

    private static final TestDatabase DATABASE = TestDatabase.h2();

    RunTablesTest() {
        super(DATABASE);
    }
}
