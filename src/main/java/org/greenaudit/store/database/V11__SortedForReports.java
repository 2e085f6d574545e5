package org.greenaudit.store.database;

/**
 * Migration 11: verdicts are sorted when a report is written. Kept in that order by the database, an embedded one grew to forty
 * times the purchases.
 */
public final class V11__SortedForReports extends Alteration {

    @Override
    String[] statements(Dialect dialect) {
        return new String[] {
            dialect.dropUnique("audit_verdict", "audit_verdict_order"), "ALTER TABLE audit_verdict DROP COLUMN sort_key"
        };
    }
}
