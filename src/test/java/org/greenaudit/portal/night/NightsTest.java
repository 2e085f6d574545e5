package org.greenaudit.portal.night;

import org.greenaudit.store.database.TestDatabase;

class NightsTest extends NightsContract {

    private static final TestDatabase DATABASE = TestDatabase.h2();

    NightsTest() {
        super(DATABASE);
    }
}
