package org.greenaudit.job;

import java.io.IOException;
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
import java.util.regex.Pattern;
import org.greenaudit.testing.DatabaseServer;

/** Feeds that stand in a CSV file and in a table of text columns alike. */
public final class FeedTable {

    /** The table's key: the line of the same row in the file. */
    public static final String KEY = "line_no";

    private static final int BATCH = 5_000;
    private static final Pattern TEXT_AFTER_QUOTE = Pattern.compile(",\"[^\"]*\"[^\",\\r\\n]");
    private static final Pattern UNCLOSED_QUOTE = Pattern.compile("(?:FZ|LY)\\d[^\"]*\"[^\"]*");

    private final List<String> header;
    private final List<List<String>> rows;

    private FeedTable(List<String> header, List<List<String>> rows) {
        this.header = header;
        this.rows = rows;
    }

    /** The rows of a sample feed that can be in a table: with whole quotes, and as many cells as the header. */
    public static FeedTable of(Path feed, Charset charset) {
        try {
            StringBuilder sound = new StringBuilder();
            for (String line : Files.readString(feed, charset).split("(?<=\n)")) {
                boolean broken = TEXT_AFTER_QUOTE.matcher(line).find()
                        || UNCLOSED_QUOTE.matcher(line.stripTrailing()).matches();
                sound.append(broken ? "" : line);
            }
            List<List<String>> rows = new ArrayList<>(ReportFiles.records(sound.toString()));
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
                out.write(String.join(",", row.stream().map(FeedTable::cell).toList()) + "\n");
            }
        }
    }

    /** Puts the rows into a new table. */
    public void insert(DatabaseServer.Schema schema, String table) {
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

    private static String cell(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private List<String> quoted() {
        return header.stream().map(name -> '`' + name + '`').toList();
    }

    private static int lineEnds(List<String> row) {
        return (int) String.join("", row).chars().filter(c -> c == '\n').count();
    }
}
