package org.greenaudit.store;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.api.migration.JavaMigration;
import org.greenaudit.store.database.DatabaseIdentity;
import org.greenaudit.store.database.Dialect;
import org.greenaudit.store.database.EmbeddedDatabase;
import org.greenaudit.store.database.EmbeddedWrites;
import org.greenaudit.store.database.V11__SortedForReports;
import org.greenaudit.store.database.V14__Workers;
import org.greenaudit.store.database.V15__StepNames;
import org.greenaudit.store.database.V1__SpringBatchTables;
import org.greenaudit.store.database.V3__RecycledTally;
import org.greenaudit.store.database.V5__CountsByCounty;
import org.greenaudit.store.database.V7__DecidedVerdicts;
import org.greenaudit.store.database.V8__SettledFindings;
import org.greenaudit.store.database.V9__BuyersOfDecisions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The database and the stores on it. Of what Spring Boot would configure by what it finds among the libraries, the parts that
 * are needed are named: an audit starts none of those that are there for the pages.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    ConfigurationPropertiesAutoConfiguration.class,
    PropertyPlaceholderAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    FlywayAutoConfiguration.class
})
public class StoreConfiguration {

    /** The embedded database; absent when the configuration names another one. */
    @Bean
    @ConditionalOnProperty(name = "spring.datasource.url", havingValue = "embedded", matchIfMissing = true)
    EmbeddedDatabase embeddedDatabase(@Value("${greenaudit.data-dir:./data}") Path directory) {
        return new EmbeddedDatabase(directory);
    }

    /** Writes the embedded database to its file. */
    @Bean
    @ConditionalOnBean(EmbeddedDatabase.class)
    EmbeddedWrites embeddedWrites(EmbeddedDatabase database) {
        return new EmbeddedWrites(database);
    }

    /** Lets statements wait while the embedded database is written. */
    @Bean
    static BeanPostProcessor guardedStatements(ObjectProvider<EmbeddedWrites> writes) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                EmbeddedWrites embedded = bean instanceof DataSource ? writes.getIfAvailable() : null;
                return embedded == null ? bean : embedded.guard((DataSource) bean);
            }
        };
    }

    /** Spring Batch's tables, before ours. */
    @Bean
    JavaMigration springBatchTables() {
        return new V1__SpringBatchTables();
    }

    /** The count of recycled products, after our tables. */
    @Bean
    JavaMigration recycledTally() {
        return new V3__RecycledTally();
    }

    /** The counties of counts and rejected rows. */
    @Bean
    JavaMigration countsByCounty() {
        return new V5__CountsByCounty();
    }

    /** The facts of verdicts and the decisions of runs. */
    @Bean
    JavaMigration decidedVerdicts() {
        return new V7__DecidedVerdicts();
    }

    /** Since when settled findings are known. */
    @Bean
    JavaMigration settledFindings() {
        return new V8__SettledFindings();
    }

    /** Who bought what decisions are about. */
    @Bean
    JavaMigration buyersOfDecisions() {
        return new V9__BuyersOfDecisions();
    }

    /** No order of verdicts in the database. */
    @Bean
    JavaMigration sortedForReports() {
        return new V11__SortedForReports();
    }

    @Bean
    V14__Workers workersMigration() {
        return new V14__Workers();
    }

    @Bean
    V15__StepNames stepNames() {
        return new V15__StepNames();
    }

    /** What the databases call differently in the migrations, and what a new one is called. */
    @Bean
    FlywayConfigurationCustomizer placeholders(@Value("${greenaudit.database.id:}") String identity) {
        String given = DatabaseIdentity.of(identity);
        return flyway -> flyway.placeholders(Dialect.of(flyway.getDataSource()).placeholders(given));
    }

    /** Everything that reads and writes a run. */
    @Bean
    public Stores stores(DataSource dataSource, JdbcTemplate jdbc) {
        return Stores.on(dataSource, jdbc);
    }
}
