package org.greenaudit.job;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.greenaudit.store.StoreConfiguration;
import org.greenaudit.store.database.DatabaseCheck;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The database alone, as it stands: nothing is migrated. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = BatchJdbcAutoConfiguration.class)
@Import(StoreConfiguration.class)
class CheckConfiguration {

    @Bean
    FlywayMigrationStrategy notNow() {
        return flyway -> {};
    }

    @Bean
    DatabaseCheck databaseCheck(DataSource dataSource, Flyway flyway) {
        return new DatabaseCheck(dataSource, flyway);
    }
}
