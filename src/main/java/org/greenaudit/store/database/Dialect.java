package org.greenaudit.store.database;

import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.batch.infrastructure.support.DatabaseType;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.support.MetaDataAccessException;

/** What the databases call differently, mostly in the migrations; every other statement is the same on all of them. */
public enum Dialect {
    H2("", "TIMESTAMP(6)", "BLOB", "SELECT SESSION_ID(), ''"),
    MYSQL(
            " ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin",
            "DATETIME(6)",
            "LONGBLOB",
            "SELECT id, host FROM information_schema.processlist WHERE id = CONNECTION_ID()");

    private final Map<String, String> placeholders;
    private final String instant;
    private final String sessionQuery;

    Dialect(String tableOptions, String instant, String bytes, String sessionQuery) {
        this.placeholders = Map.of("table_options", tableOptions, "instant", instant, "bytes", bytes);
        this.instant = instant;
        this.sessionQuery = sessionQuery;
    }

    /** The type of a point in time. */
    String instant() {
        return instant;
    }

    /** The query that tells a session its own number, and from where the server sees it come. */
    public String sessionQuery() {
        return sessionQuery;
    }

    /** What follows a table's name to make a query read it by an index, where the database would often not. */
    public String index(String name) {
        return this == MYSQL ? " FORCE INDEX (" + name + ")" : "";
    }

    /** The statement that drops a unique constraint and its index. */
    String dropUnique(String table, String name) {
        return "ALTER TABLE " + table + (this == MYSQL ? " DROP INDEX " : " DROP CONSTRAINT ") + name;
    }

    /** The placeholders of the migrations, where a new database gets this identity. */
    public Map<String, String> placeholders(String identity) {
        Map<String, String> all = new TreeMap<>(placeholders);
        all.put("database_identity", identity);
        return all;
    }

    /**
     * The dialect of the database behind these connections.
     *
     * @throws DataAccessResourceFailureException when it cannot be asked
     */
    public static Dialect of(DataSource dataSource) {
        DatabaseType type;
        try {
            type = DatabaseType.fromMetaData(dataSource);
        } catch (MetaDataAccessException e) {
            throw new DataAccessResourceFailureException("the database does not say what it is", e);
        }
        return switch (type) {
            case H2 -> H2;
            case MYSQL, MARIADB -> MYSQL;
            default -> throw new IllegalStateException("neither H2 nor MySQL: " + type);
        };
    }
}
