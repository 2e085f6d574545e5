package org.greenaudit.store.database;

/**
 * Migration 7: verdicts know the facts that a decision about them rests on, and runs the decisions that could apply in
 * them. Earlier verdicts cannot be decided about before they are audited again.
 */
public final class V7__DecidedVerdicts extends Alteration {

    @Override
    String[] statements(Dialect dialect) {
        return new String[] {
            "ALTER TABLE audit_verdict ADD COLUMN facts VARCHAR(120) DEFAULT '' NOT NULL",
            "ALTER TABLE audit_run ADD COLUMN decisions_fingerprint VARCHAR(64) DEFAULT '' NOT NULL"
        };
    }
}
