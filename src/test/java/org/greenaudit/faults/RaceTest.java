package org.greenaudit.faults;

class RaceTest extends RaceContract {

    RaceTest() {
        super(false);
    }
}
