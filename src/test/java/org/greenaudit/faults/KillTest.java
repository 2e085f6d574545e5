package org.greenaudit.faults;

class KillTest extends KillContract {

    KillTest() {
        super(false);
    }
}
