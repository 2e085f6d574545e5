package org.greenaudit.text;

import java.time.LocalDate;

/**
 * A date as read.
 *
 * @param date the date
 * @param monthOnly whether the cell named a month only, and {@code date} is its first day
 */
public record ParsedDate(LocalDate date, boolean monthOnly) {}
