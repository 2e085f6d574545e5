package org.greenaudit.store.database;

/**
 * Migration 9: a decision knows who bought what it is about, since an approved exemption is its buyer's. Of earlier decisions
 * it is not known.
 */
public final class V9__BuyersOfDecisions extends Alteration {

    @Override
    String[] statements(Dialect dialect) {
        return new String[] {
            "ALTER TABLE audit_decision ADD COLUMN region_code VARCHAR(32) DEFAULT '' NOT NULL",
            "ALTER TABLE audit_decision ADD COLUMN buyer_code VARCHAR(64) DEFAULT '' NOT NULL",
            "ALTER TABLE audit_decision ADD COLUMN buyer_name VARCHAR(200) DEFAULT '' NOT NULL"
        };
    }
}
