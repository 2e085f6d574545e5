package org.greenaudit.catalog.load;

import java.time.LocalDate;
import java.util.Optional;
import org.greenaudit.catalog.table.CatalogRow;
import org.greenaudit.message.Text;

/** Periods whose first day must not lie after their last. */
final class Periods {

    private Periods() {}

    /** Reports a first day after the last day. */
    static void check(CatalogRow row, Optional<LocalDate> from, String fromColumn, LocalDate to, String toColumn) {
        if (from.isPresent() && from.get().isAfter(to)) {
            row.report(fromColumn, Text.of("catalog-problem.from-after-to", toColumn, to));
        }
    }
}
