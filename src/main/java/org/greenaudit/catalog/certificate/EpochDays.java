package org.greenaudit.catalog.certificate;

import java.time.LocalDate;

/** Days as ints. */
final class EpochDays {

    private EpochDays() {}

    /** The epoch day; of dates beyond five million years the nearest that an int can hold. */
    static int of(LocalDate date) {
        return (int) Math.max(-Integer.MAX_VALUE, Math.min(Integer.MAX_VALUE, date.toEpochDay()));
    }
}
