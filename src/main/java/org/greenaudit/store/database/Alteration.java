package org.greenaudit.store.database;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** A migration that alters tables, and that can be begun again where an earlier attempt broke off. */
abstract class Alteration extends BaseJavaMigration {

    /** The column or index is there already, or gone: H2, then MySQL and MariaDB. */
    private static final Set<Integer> DONE = Set.of(42121, 42111, 42122, 90057, 1060, 1061, 1091);

    /** What it does, a statement each. */
    abstract String[] statements(Dialect dialect);

    @Override
    public final void migrate(Context context) throws SQLException {
        for (String sql : statements(Dialect.of(context.getConfiguration().getDataSource()))) {
            try (Statement statement = context.getConnection().createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                if (!DONE.contains(e.getErrorCode())) {
                    throw e;
                }
            }
        }
    }
}
