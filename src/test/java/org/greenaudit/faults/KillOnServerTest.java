package org.greenaudit.faults;

import org.junit.jupiter.api.Tag;

@Tag("database")
class KillOnServerTest extends KillContract {

    KillOnServerTest() {
        super(true);
    }
}
