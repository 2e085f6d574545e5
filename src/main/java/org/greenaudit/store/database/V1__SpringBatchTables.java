package org.greenaudit.store.database;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.batch.infrastructure.support.DatabaseType;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Migration 1: Spring Batch's own tables, by the script that its release ships for this database. */
public final class V1__SpringBatchTables extends BaseJavaMigration {

    /** There already: H2's table and sequence, MySQL's table (and MariaDB's sequence). */
    private static final Set<Integer> EXISTS = Set.of(42101, 90035, 1050);

    private static final Pattern COMMENT = Pattern.compile("(?m)^--.*$");

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
        String text = new ClassPathResource(script).getContentAsString(StandardCharsets.UTF_8);
        // the scripts hold no other comments, and no semicolon but those that end a statement
        String[] statements = COMMENT.matcher(text).replaceAll("").split(";", -1);
        for (String statement : statements) {
            if (!statement.isBlank()) {
                execute(connection, statement);
            }
        }
        if (type != DatabaseType.H2) {
            toUtf8(connection);
        }
    }

    /** No database rolls DDL back: what a killed attempt has made is there already. */
    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            if (!EXISTS.contains(e.getErrorCode())) {
                throw e;
            }
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
