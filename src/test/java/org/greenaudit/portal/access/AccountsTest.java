package org.greenaudit.portal.access;

import org.greenaudit.store.database.TestDatabase;

class AccountsTest extends AccountsContract {

    private static final TestDatabase DATABASE = TestDatabase.h2();

    AccountsTest() {
        super(DATABASE);
    }
}
