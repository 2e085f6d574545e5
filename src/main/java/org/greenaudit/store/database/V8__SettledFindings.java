package org.greenaudit.store.database;

/**
 * Migration 8: the use of a decision remembers when the finding that it settles was first seen, so that one that is open
 * again is as old as it is. Of earlier runs it is not known, and their own audit date stands for it.
 */
public final class V8__SettledFindings extends Alteration {

    @Override
    String[] statements(Dialect dialect) {
        return new String[] {
            "ALTER TABLE audit_decision_use ADD COLUMN first_seen DATE DEFAULT '1970-01-01' NOT NULL",
            "UPDATE audit_decision_use SET first_seen = (SELECT r.audit_date FROM audit_run r"
                    + " WHERE r.id = audit_decision_use.run_id) WHERE first_seen = '1970-01-01'"
                    + " AND run_id IN (SELECT id FROM audit_run)",
            "CREATE INDEX audit_decision_use_record ON audit_decision_use (run_id, record_id)"
        };
    }
}
