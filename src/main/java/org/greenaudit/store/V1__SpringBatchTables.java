package org.greenaudit.store;

import java.util.Locale;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.batch.infrastructure.support.DatabaseType;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** Migration 1: Spring Batch's own tables, by the script that its release ships for this database. */
final class V1__SpringBatchTables extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws Exception {
        var connection = context.getConnection();
        DatabaseType type = DatabaseType.fromMetaData(new SingleConnectionDataSource(connection, true));
        String script = "org/springframework/batch/core/schema-" + type.name().toLowerCase(Locale.ROOT) + ".sql";
        ScriptUtils.executeSqlScript(connection, new ClassPathResource(script));
    }
}
