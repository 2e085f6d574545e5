package org.greenaudit.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.batch.infrastructure.support.DatabaseType;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** Migration 1: Spring Batch's own tables, by the script that its release ships for this database. */
final class V1__SpringBatchTables extends BaseJavaMigration {

    private static final List<String> TABLES = List.of(
            "BATCH_JOB_INSTANCE",
            "BATCH_JOB_EXECUTION",
            "BATCH_JOB_EXECUTION_PARAMS",
            "BATCH_JOB_EXECUTION_CONTEXT",
            "BATCH_STEP_EXECUTION",
            "BATCH_STEP_EXECUTION_CONTEXT");

    @Override
    public void migrate(Context context) throws Exception {
        Connection connection = context.getConnection();
        DatabaseType type = DatabaseType.fromMetaData(new SingleConnectionDataSource(connection, true));
        String script = "org/springframework/batch/core/schema-" + type.name().toLowerCase(Locale.ROOT) + ".sql";
        ScriptUtils.executeSqlScript(connection, new ClassPathResource(script));
        if (type != DatabaseType.H2) {
            toUtf8(connection);
        }
    }

    /** The script leaves the charset to the database, and a failure's text can hold any character. */
    private static void toUtf8(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET FOREIGN_KEY_CHECKS = 0");
            for (String table : TABLES) {
                statement.execute("ALTER TABLE " + table + " CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
            }
            statement.execute("SET FOREIGN_KEY_CHECKS = 1");
        }
    }
}
