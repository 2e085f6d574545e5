package org.greenaudit.sample.scenario;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The contract dates to generate, both ends included.
 *
 * @param from first contract date, 2022-09-01 or later (the lines carry codes of the 2022 catalogue)
 * @param to last contract date
 */
public record Period(LocalDate from, LocalDate to) {

    /** First day on which the 2022 category catalogue is in use. */
    public static final LocalDate EARLIEST = LocalDate.of(2022, 9, 1);

    /** The window of the committed sample: the first half of 2026. */
    public static final Period SAMPLE = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30));

    /**
     * Checks the order of the dates.
     *
     * @throws IllegalArgumentException when the first day is after the last or before {@link #EARLIEST}
     */
    public Period {
        if (from.isAfter(to) || from.isBefore(EARLIEST)) {
            throw new IllegalArgumentException(from + ".." + to);
        }
    }

    /** The number of days. */
    public int days() {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to)) + 1;
    }

    /** The day of that index, from 0. */
    public LocalDate day(int index) {
        return from.plusDays(index);
    }

    /** The index of a day, 0 when it lies before the period. */
    public int index(LocalDate day) {
        return day.isBefore(from) ? 0 : Math.toIntExact(ChronoUnit.DAYS.between(from, day));
    }
}
