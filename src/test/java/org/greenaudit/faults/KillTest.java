package org.greenaudit.faults;

import org.junit.jupiter.api.Tag;

@Tag("faults")
class KillTest extends KillContract {

    KillTest() {
        super(false);
    }
}
