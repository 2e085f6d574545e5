package org.greenaudit.store.database;

/**
 * Migration 14: what workers on other machines need. A partition belongs to the holder of its latest lease; {@code lease_at}
 * is when the holder stored something last by the database's clock, empty when nobody is at work. {@code failures} are the
 * tries of this start that failed. A source tells how it is laid out, so that nobody need plan it again.
 */
public final class V14__Workers extends Alteration {

    @Override
    String[] statements(Dialect dialect) {
        return new String[] {
            "ALTER TABLE audit_partition ADD COLUMN lease_no INT DEFAULT 0 NOT NULL",
            "ALTER TABLE audit_partition ADD COLUMN lease_holder VARCHAR(255) DEFAULT '' NOT NULL",
            "ALTER TABLE audit_partition ADD COLUMN lease_at " + dialect.instant(),
            "ALTER TABLE audit_partition ADD COLUMN failures INT DEFAULT 0 NOT NULL",
            "ALTER TABLE audit_partition ADD COLUMN failure VARCHAR(2000) DEFAULT '' NOT NULL",
            "ALTER TABLE audit_source ADD COLUMN layout MEDIUMTEXT"
        };
    }
}
