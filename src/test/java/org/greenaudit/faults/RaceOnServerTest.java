package org.greenaudit.faults;

import org.junit.jupiter.api.Tag;

@Tag("database")
@Tag("faults")
class RaceOnServerTest extends RaceContract {

    RaceOnServerTest() {
        super(true);
    }
}
