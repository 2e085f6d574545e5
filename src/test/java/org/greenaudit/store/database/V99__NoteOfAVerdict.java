package org.greenaudit.store.database;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** A column for {@code audit_verdict}, the example of {@code src/docs/add-a-report-column.md}. */
public final class V99__NoteOfAVerdict extends BaseJavaMigration {

    /** The column is there already: H2, then MySQL and MariaDB. */
    private static final Set<Integer> EXISTS = Set.of(42121, 1060);

    @Override
    public void migrate(Context context) throws SQLException {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute("ALTER TABLE audit_verdict ADD COLUMN note VARCHAR(40) DEFAULT '' NOT NULL");
        } catch (SQLException e) {
            if (!EXISTS.contains(e.getErrorCode())) {
                throw e;
            }
        }
    }
}
