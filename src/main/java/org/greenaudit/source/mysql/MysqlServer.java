package org.greenaudit.source.mysql;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.ServiceLoader;

/** A MySQL or MariaDB server and who reads from it. The password is used for connecting and shown nowhere. */
public final class MysqlServer {

    private static final String CONNECT_MILLIS = "10000";
    private static final String SILENCE_MILLIS = "600000";

    private final String url;
    private final String user;
    private final String password;

    /**
     * A server.
     *
     * @param url its JDBC address with a database, without a {@link MysqlUrl#flaw flaw}
     * @param user the user
     * @param password the user's password
     */
    public MysqlServer(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** Who reads. */
    String user() {
        return user;
    }

    /** Host, port and database. */
    String place() {
        return MysqlUrl.place(url);
    }

    /** Opens a connection that can only read, with the time zone of China; the address may set what is set here otherwise. */
    Connection connect() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("user", user);
        settings.setProperty("password", password);
        settings.setProperty("connectTimeout", CONNECT_MILLIS);
        // a server that does not answer is a lost connection, not a program that hangs
        settings.setProperty("socketTimeout", SILENCE_MILLIS);
        settings.setProperty("tcpKeepAlive", "true");
        // numbers and years as the server writes them, not as booleans and dates
        settings.setProperty("tinyInt1isBit", "false");
        settings.setProperty("yearIsDateType", "false");
        Connection connection = driver().connect(url, settings);
        try (Statement statement = connection.createStatement()) {
            connection.setReadOnly(true);
            statement.execute("SET SESSION time_zone = '+08:00'");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private Driver driver() throws SQLException {
        for (Driver driver : ServiceLoader.load(Driver.class, MysqlServer.class.getClassLoader())) {
            if (driver.acceptsURL(url)) {
                return driver;
            }
        }
        throw new SQLException("no driver for MySQL");
    }

    @Override
    public String toString() {
        return user + "@" + place();
    }
}
