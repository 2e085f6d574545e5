package org.greenaudit.store.database;

/** Migration 3: counts of recycled products apart. Earlier runs counted none. */
public final class V3__RecycledTally extends Alteration {

    @Override
    String[] statements(Dialect dialect) {
        return new String[] {"ALTER TABLE audit_tally ADD COLUMN recycled BOOLEAN DEFAULT FALSE NOT NULL"};
    }
}
