package org.greenaudit.store;

import org.greenaudit.store.database.TestDatabase;

class VerdictStoreTest extends VerdictStoreContract {

    VerdictStoreTest() {
        super(TestDatabase.h2());
    }
}
