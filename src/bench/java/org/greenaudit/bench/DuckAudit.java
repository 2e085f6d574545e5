package org.greenaudit.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** The query engine's audit: what SQL can express of the judgement, in DuckDB, with all processors. */
public final class DuckAudit {

    private DuckAudit() {}

    /** The version of the engine. */
    static String version() {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            return connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Audits: feed, folder of the catalogs, file of the certificates, folder of the reports. */
    public static void main(String[] args) throws IOException, SQLException {
        String sql;
        try (InputStream in = Objects.requireNonNull(DuckAudit.class.getResourceAsStream("audit.sql"))) {
            sql = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${FEED}", args[0])
                    .replace("${CAT}", args[1])
                    .replace("${CERT}", args[2])
                    .replace("${OUT}", args[3]);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            for (String query : sql.split(";\\s*\\n", -1)) {
                if (!query.isBlank()) {
                    statement.execute(query);
                }
            }
        }
    }
}
