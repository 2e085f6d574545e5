package org.greenaudit.faults;

import org.junit.jupiter.api.Tag;

@Tag("faults")
class RaceTest extends RaceContract {

    RaceTest() {
        super(false);
    }
}
