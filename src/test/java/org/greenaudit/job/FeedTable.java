package org.greenaudit.job;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.greenaudit.testing.DatabaseServer;

/** Feeds that stand in a CSV file and in a table of text columns alike. */
final class FeedTable {

    /** The table's key: the line of the same row in the file. */
    static final String KEY = "line_no";

    private static final int BATCH = 5_000;

    private final List<String> header;
    private final List<List<String>> rows;

    private FeedTable(List<String> header, List<List<String>> rows) {
        this.header = header;
        this.rows = rows;
    }

    /** The rows of a feed that have as many cells as its header: others can be in no table. */
    static FeedTable of(Path feed, Charset charset) {
        try (Reader in = Files.newBufferedReader(feed, charset);
                CSVParser parser = CSVParser.parse(in, CSVFormat.RFC4180)) {
            List<List<String>> rows = new ArrayList<>();
            for (CSVRecord record : parser) {
                rows.add(record.stream().map(cell -> cell.replace("\ufeff", "")).toList());
            }
            List<String> header = rows.remove(0);
            rows.removeIf(row -> row.size() != header.size());
            return new FeedTable(header, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same without a column. */
    FeedTable without(String column) {
        int at = header.indexOf(column);
        List<List<String>> fewer = new ArrayList<>();
        rows.forEach(row -> fewer.add(removed(row, at)));
        return new FeedTable(removed(header, at), fewer);
    }

    private static List<String> removed(List<String> cells, int at) {
        List<String> fewer = new ArrayList<>(cells);
        fewer.remove(at);
        return fewer;
    }

    /** How many rows there are. */
    int rows() {
        return rows.size();
    }

    /** Writes the rows as a CSV file. */
    void write(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(String.join(",", header) + "\n");
            for (List<String> row : rows) {
                List<String> quoted = row.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .toList();
                out.write(String.join(",", quoted) + "\n");
            }
        }
    }

    /** Puts the rows into a new table. */
    void insert(DatabaseServer.Schema schema, String table) {
        String columns = String.join(" LONGTEXT, ", quoted()) + " LONGTEXT";
        String places = String.join(", ", Collections.nCopies(header.size() + 1, "?"));
        String url = schema.url() + "?rewriteBatchedStatements=true";
        try (Connection connection = DriverManager.getConnection(url, schema.user(), schema.password());
                Statement statement = connection.createStatement();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO `" + table + "` VALUES (" + places + ")")) {
            statement.execute(
                    "CREATE TABLE `" + table + "` (" + KEY + " INT PRIMARY KEY, " + columns + ") CHARSET utf8mb4");
            connection.setAutoCommit(false);
            int line = 2;
            for (int i = 0; i < rows.size(); i++) {
                insert.setInt(1, line);
                for (int cell = 0; cell < header.size(); cell++) {
                    insert.setString(cell + 2, rows.get(i).get(cell));
                }
                insert.addBatch();
                line += 1 + lineEnds(rows.get(i));
                if (i % BATCH == BATCH - 1) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> quoted() {
        return header.stream().map(name -> '`' + name + '`').toList();
    }

    private static int lineEnds(List<String> row) {
        return (int) String.join("", row).chars().filter(c -> c == '\n').count();
    }
}
