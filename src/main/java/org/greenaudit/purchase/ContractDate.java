package org.greenaudit.purchase;

import java.time.LocalDate;

/**
 * A date as read.
 *
 * @param date the date
 * @param monthOnly whether the cell named a month only, and {@code date} is its first day
 */
public record ContractDate(LocalDate date, boolean monthOnly) {}
