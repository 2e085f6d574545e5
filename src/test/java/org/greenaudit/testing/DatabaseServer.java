package org.greenaudit.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.slf4j.LoggerFactory;

/**
 * The real MySQL or MariaDB server of a test JVM. It is, in this order: the one that {@code GREENAUDIT_TEST_MYSQL_URL}
 * names (a JDBC URL without a database, with {@code _USER} and {@code _PASSWORD}); the one that the system property
 * {@code greenaudit.test.database} asks for ({@code mysql} for 8.0.15 or {@code mariadb} for 11.4); MySQL. It is the
 * same on every machine: where MySQL lacks {@code libaio.so.1} and it cannot be fetched, the tests fail and say what to
 * install. It is started at the first use and stopped when the JVM ends.
 */
public final class DatabaseServer {

    /**
     * A database of its own for one test class.
     *
     * @param url its JDBC URL
     * @param name its name
     * @param user who may do everything in it
     * @param password the user's password; may be empty
     */
    public record Schema(String url, String name, String user, String password) {

        /** Opens a connection. */
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }
    }

    private static DatabaseServer shared;

    private final String host;
    private final String user;
    private final String password;
    private final String version;

    private DatabaseServer(String host, String user, String password) throws SQLException {
        this.host = host;
        this.user = user;
        this.password = password;
        try (Connection connection = connect()) {
            this.version = connection.getMetaData().getDatabaseProductVersion();
        }
    }

    /** The server of this JVM. */
    public static synchronized DatabaseServer shared() {
        // not a static initialiser: every test is to tell why there is no server, not the first alone
        if (shared == null) {
            shared = start();
        }
        return shared;
    }

    /** What the server says it is. */
    public String version() {
        return version;
    }

    /** Whether it is MariaDB. */
    public boolean isMariaDb() {
        return version.contains("MariaDB");
    }

    /** Host and port. */
    public String hostAndPort() {
        return host.substring("jdbc:mysql://".length()).replaceFirst("/.*", "");
    }

    /** Connects as the administrator, to no database. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(host, user, password);
    }

    /** Makes an empty utf8mb4 database. */
    public Schema schema() {
        return schema("utf8mb4");
    }

    /** Makes an empty database whose tables have this charset unless they say otherwise. */
    public Schema schema(String charset) {
        String name =
                "greenaudit_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        execute("CREATE DATABASE " + name + " CHARACTER SET " + charset);
        return new Schema(host + name, name, user, password);
    }

    /** Carries out statements as the administrator. */
    public void execute(String... statements) {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DatabaseServer start() {
        String url = System.getenv().getOrDefault("GREENAUDIT_TEST_MYSQL_URL", "");
        try {
            DatabaseServer server = url.isEmpty() ? started() : named(url);
            LoggerFactory.getLogger(DatabaseServer.class)
                    .info("database tests run on {} at {}", server.version, server.hostAndPort());
            return server;
        } catch (SQLException e) {
            throw new IllegalStateException("no database server for the tests", e);
        }
    }

    private static DatabaseServer named(String url) throws SQLException {
        return new DatabaseServer(
                url.endsWith("/") ? url : url + "/",
                System.getenv().getOrDefault("GREENAUDIT_TEST_MYSQL_USER", "root"),
                System.getenv().getOrDefault("GREENAUDIT_TEST_MYSQL_PASSWORD", ""));
    }

    private static DatabaseServer started() throws SQLException {
        return at(ServerProcess.start(product()).port());
    }

    /** The one that listens there on loopback. */
    static DatabaseServer at(int port) throws SQLException {
        return new DatabaseServer("jdbc:mysql://127.0.0.1:" + port + "/", "root", "");
    }

    /** Which server is to be started. */
    static ServerProduct product() {
        return switch (System.getProperty("greenaudit.test.database", "")) {
            case "", "mysql" -> ServerProduct.MYSQL;
            case "mariadb" -> ServerProduct.MARIADB;
            default -> throw new IllegalArgumentException("greenaudit.test.database is neither mysql nor mariadb");
        };
    }
}
