package org.greenaudit.rules.certificate;

import java.time.LocalDate;
import java.time.YearMonth;
import org.greenaudit.purchase.DataWarning;
import org.greenaudit.purchase.PurchaseLine;

/**
 * The days on one of which a contract was signed: a single one, or those of a month where the feed names a month only.
 *
 * @param first the first day that it may have been
 * @param last the last one
 */
public record ContractDays(LocalDate first, LocalDate last) {

    /** A line's day, or the days of its month. */
    public static ContractDays of(PurchaseLine line) {
        LocalDate day = line.contractDate();
        return line.warnings().contains(DataWarning.DATE_MONTH_ONLY)
                ? new ContractDays(day, YearMonth.from(day).atEndOfMonth())
                : new ContractDays(day, day);
    }

    /** The day, or the month. */
    @Override
    public String toString() {
        return first.equals(last) ? first.toString() : YearMonth.from(first).toString();
    }
}
