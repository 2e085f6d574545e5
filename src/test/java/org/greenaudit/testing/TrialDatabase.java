package org.greenaudit.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The database of a trial that needs no installation, {@code mvn -q exec:exec@database}: MariaDB on loopback with an empty
 * database {@code greenaudit}, until it or whoever started it ends. Its data end with it.
 */
final class TrialDatabase {

    private TrialDatabase() {}

    /**
     * Starts it on a port, for the user in {@code GREENAUDIT_DB_USER} with the password in {@code GREENAUDIT_DB_PASSWORD}.
     */
    public static void main(String[] args) throws SQLException {
        String user = needed("GREENAUDIT_DB_USER");
        String password = needed("GREENAUDIT_DB_PASSWORD");
        int port = ServerProcess.start(ServerProduct.MARIADB, Integer.parseInt(args[0]))
                .port();
        try (Connection root = DriverManager.getConnection("jdbc:mysql://127.0.0.1:" + port + "/", "root", "");
                Statement statement = root.createStatement()) {
            statement.execute("CREATE DATABASE greenaudit CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
            statement.execute("CREATE USER '" + user + "'@'127.0.0.1' IDENTIFIED BY '" + password + "'");
            statement.execute("GRANT ALL ON greenaudit.* TO '" + user + "'@'127.0.0.1'");
        }
        System.out.println("The database is ready at 127.0.0.1:" + port + ". Ctrl-C ends it, and its data.");
        ProcessHandle.current().parent().ifPresent(starter -> starter.onExit().join());
        System.exit(0);
    }

    private static String needed(String variable) {
        String value = System.getenv().getOrDefault(variable, "");
        if (!value.matches("\\w+")) {
            throw new IllegalArgumentException(variable + " is to be letters and digits");
        }
        return value;
    }
}
