package org.greenaudit.store.database;

import java.util.Map;
import org.greenaudit.settings.MysqlAddress;

/** How Connector/J is set for MySQL and MariaDB, where the URL does not say otherwise. */
final class MySqlDriver {

    private static final Map<String, String> PROPERTIES = Map.of(
            // one statement per batch instead of one per row
            "rewriteBatchedStatements", "true",
            // texts compare as the columns do; with another collation MySQL sorts where it could follow an index
            "connectionCollation", "utf8mb4_bin",
            // of several hosts in an address, a later one that took over is written to as the first was
            "failOverReadOnly", "false",
            // milliseconds: a server that does not answer is a lost connection, not a program that hangs
            "connectTimeout", "10000",
            "socketTimeout", "600000",
            "tcpKeepAlive", "true");

    /** A session waits for us, not the other way round: the connection with a job's lock is idle all night. */
    static final String SESSION = "SET SESSION wait_timeout = 28800";

    private MySqlDriver() {}

    /** Whether a URL is one of MySQL or MariaDB. */
    static boolean serves(String url) {
        return url.startsWith("jdbc:mysql:");
    }

    /** The properties that an address leaves to us. */
    static Map<String, String> properties(MysqlAddress address) {
        return address.leftOpen(PROPERTIES);
    }
}
