package org.greenaudit.store.database;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Migration 3: counts of recycled products apart. Earlier runs counted none. */
public final class V3__RecycledTally extends BaseJavaMigration {

    /** The column is there already: H2, then MySQL and MariaDB. */
    private static final Set<Integer> EXISTS = Set.of(42121, 1060);

    @Override
    public void migrate(Context context) throws SQLException {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute("ALTER TABLE audit_tally ADD COLUMN recycled BOOLEAN DEFAULT FALSE NOT NULL");
        } catch (SQLException e) {
            if (!EXISTS.contains(e.getErrorCode())) {
                throw e;
            }
        }
    }
}
