package org.greenaudit.store.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.greenaudit.settings.MysqlAddress;
import org.greenaudit.store.Stores;
import org.greenaudit.testing.DatabaseServer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A fresh database with every table: H2 in memory, or a schema on the tests' MySQL or MariaDB. */
public final class TestDatabase {

    private final DataSource dataSource;

    private TestDatabase(DataSource dataSource) {
        this.dataSource = dataSource;
        migrate();
    }

    /** Carries out every migration once more, on the tables that are there. */
    public void migrateAgain() {
        String quote = jdbc().execute(
                        (Connection connection) -> connection.getMetaData().getIdentifierQuoteString());
        jdbc().execute("DELETE FROM " + quote + "flyway_schema_history" + quote);
        migrate();
    }

    private void migrate() {
        Flyway.configure()
                .dataSource(dataSource)
                .placeholders(Dialect.of(dataSource).placeholders("test"))
                .javaMigrations(
                        new V1__SpringBatchTables(),
                        new V3__RecycledTally(),
                        new V5__CountsByCounty(),
                        new V7__DecidedVerdicts(),
                        new V8__SettledFindings(),
                        new V9__BuyersOfDecisions(),
                        new V11__SortedForReports(),
                        new V14__Workers(),
                        new V15__StepNames())
                .load()
                .migrate();
    }

    /** A new database in memory. */
    public static TestDatabase h2() {
        return new TestDatabase(new DriverManagerDataSource(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "greenaudit", ""));
    }

    /** A new schema on the server. */
    public static TestDatabase onServer() {
        return on(DatabaseServer.shared().schema());
    }

    /** This schema of the server. */
    public static TestDatabase on(DatabaseServer.Schema schema) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(schema.url());
        pool.setUsername(schema.user());
        pool.setPassword(schema.password());
        pool.setMinimumIdle(0);
        pool.setMaximumPoolSize(4);
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        MySqlDriver.properties(new MysqlAddress(schema.url())).forEach(pool::addDataSourceProperty);
        return new TestDatabase(new HikariDataSource(pool));
    }

    /** Its connections. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** Its statements. */
    public JdbcTemplate jdbc() {
        return new JdbcTemplate(dataSource);
    }

    /** Its stores. */
    public Stores stores() {
        return Stores.on(dataSource, jdbc());
    }

    /** Empties the program's tables. */
    public TestDatabase emptied() {
        List<String> tables = jdbc().queryForList(
                        "SELECT table_name FROM information_schema.tables WHERE LOWER(table_name) LIKE 'audit\\_%'"
                                + " AND LOWER(table_name) <> 'audit_database'"
                                + " AND table_schema = SCHEMA()",
                        String.class);
        for (String table : tables) {
            jdbc().execute("DELETE FROM " + table);
        }
        return this;
    }
}
