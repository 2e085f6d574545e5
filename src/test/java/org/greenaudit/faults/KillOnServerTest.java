package org.greenaudit.faults;

import org.junit.jupiter.api.Tag;

@Tag("database")
@Tag("faults")
class KillOnServerTest extends KillContract {

    KillOnServerTest() {
        super(true);
    }
}
