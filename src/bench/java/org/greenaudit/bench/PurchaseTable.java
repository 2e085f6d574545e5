package org.greenaudit.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.greenaudit.testing.DatabaseServer;

/**
 * The lines of a feed in a table of the tests' database server. Lines with quotes are left out: what is a row and what is
 * broken is a question of CSV.
 *
 * @param schema the database that holds it
 * @param columns the feed's columns, in the order of the table, behind the key
 * @param rows how many rows it has
 */
record PurchaseTable(DatabaseServer.Schema schema, String columns, long rows) {

    static final String KEY = "line_no";
    private static final String NAME = "purchases";

    /** Makes the table; the folder is for a file on the way. */
    static PurchaseTable of(Path feed, Path folder) throws IOException, SQLException {
        DatabaseServer server = DatabaseServer.shared();
        server.execute("SET GLOBAL local_infile = 1");
        DatabaseServer.Schema schema = server.schema();
        Path rows = folder.resolve("rows.csv");
        String columns = plainLines(feed, rows);
        try (Connection connection = DriverManager.getConnection(
                        schema.url() + "?allowLoadLocalInfile=true", schema.user(), schema.password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + NAME + " (" + KEY + " BIGINT AUTO_INCREMENT PRIMARY KEY, "
                    + columns.replace(",", " TEXT, ") + " TEXT)");
            long count = statement.executeLargeUpdate("LOAD DATA LOCAL INFILE '" + rows + "' INTO TABLE " + NAME
                    + " CHARACTER SET utf8mb4 FIELDS TERMINATED BY ',' ESCAPED BY '' (" + columns + ")");
            Files.delete(rows);
            return new PurchaseTable(schema, columns, count);
        }
    }

    /** Where it is, for everyone on its server. */
    String name() {
        return schema.name() + "." + NAME;
    }

    /** Where it is, in a job file. */
    String source() {
        return "type: mysql, url: \"" + schema.url() + "\", user: " + schema.user() + ", table: " + NAME + ", key: " + KEY;
    }

    /** The environment of whoever reads it. */
    Map<String, String> forSource() {
        return Map.of("GREENAUDIT_SOURCE_PASSWORD", schema.password());
    }

    /** The environment of an audit with results in a new database. */
    Map<String, String> forAudit() {
        DatabaseServer.Schema results = DatabaseServer.shared().schema();
        return Map.of(
                "GREENAUDIT_SOURCE_PASSWORD", schema.password(),
                "GREENAUDIT_DB_URL", results.url(),
                "GREENAUDIT_DB_USER", results.user(),
                "GREENAUDIT_DB_PASSWORD", results.password());
    }

    /** The environment of the stock pipeline with results in a new database. */
    Map<String, String> forStock() {
        DatabaseServer.Schema results = DatabaseServer.shared().schema();
        return Map.of("STOCK_URL", results.url(), "STOCK_USER", results.user(), "STOCK_PASSWORD", results.password());
    }

    /** Copies the lines without quotes and NUL; returns the header. */
    private static String plainLines(Path feed, Path rows) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(feed);
                Writer out = Files.newBufferedWriter(rows)) {
            String header = lines.readLine();
            int cells = header.split(",", -1).length;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.indexOf('"') < 0 && line.indexOf(0) < 0 && line.split(",", -1).length == cells) {
                    out.write(line);
                    out.write('\n');
                }
            }
            return header;
        }
    }
}
