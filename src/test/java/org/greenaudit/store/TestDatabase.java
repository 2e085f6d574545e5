package org.greenaudit.store;

import java.util.List;
import java.util.Properties;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.greenaudit.testing.DatabaseServer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A fresh database with every table: H2 in memory, or a schema on the tests' MySQL or MariaDB. */
public final class TestDatabase {

    private final DataSource dataSource;

    private TestDatabase(DataSource dataSource) {
        this.dataSource = dataSource;
        Flyway.configure()
                .dataSource(dataSource)
                .placeholders(Dialect.of(dataSource).placeholders())
                .javaMigrations(new V1__SpringBatchTables())
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
        DriverManagerDataSource dataSource =
                new DriverManagerDataSource(schema.url(), schema.user(), schema.password());
        Properties properties = new Properties();
        properties.putAll(MySqlDriver.properties(schema.url()));
        dataSource.setConnectionProperties(properties);
        return new TestDatabase(dataSource);
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
                                + " AND table_schema = SCHEMA()",
                        String.class);
        for (String table : tables) {
            jdbc().execute("DELETE FROM " + table);
        }
        return this;
    }
}
