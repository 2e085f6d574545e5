package org.greenaudit.store;

import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A fresh H2 database in memory with every table. */
public final class TestDatabase {

    private final DataSource dataSource;

    /** A new database. */
    public TestDatabase() {
        dataSource = new DriverManagerDataSource(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "greenaudit", "");
        Flyway.configure()
                .dataSource(dataSource)
                .placeholders(Dialect.H2.placeholders())
                .javaMigrations(new V1__SpringBatchTables())
                .load()
                .migrate();
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
}
