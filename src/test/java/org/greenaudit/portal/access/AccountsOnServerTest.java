package org.greenaudit.portal.access;

import org.greenaudit.store.database.TestDatabase;
import org.junit.jupiter.api.Tag;

@Tag("database")
class AccountsOnServerTest extends AccountsContract {

    private static final TestDatabase DATABASE = TestDatabase.onServer();

    AccountsOnServerTest() {
        super(DATABASE);
    }
}
