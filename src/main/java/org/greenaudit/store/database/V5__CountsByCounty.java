package org.greenaudit.store.database;

/**
 * Migration 5: counts and rejected rows know their county, so that its bureau gets figures and files of its own. Those of
 * earlier runs have none.
 */
public final class V5__CountsByCounty extends Alteration {

    @Override
    String[] statements(Dialect dialect) {
        return new String[] {
            "ALTER TABLE audit_count ADD COLUMN county_code VARCHAR(6) DEFAULT '' NOT NULL",
            "ALTER TABLE audit_rejection ADD COLUMN county_code VARCHAR(6) DEFAULT '' NOT NULL",
            "CREATE INDEX audit_rejection_county ON audit_rejection (run_id, county_code, partition_no, seq_no)"
        };
    }
}
