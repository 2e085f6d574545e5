package org.greenaudit.source.mysql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.InputException;

/** The names of the columns that the user may see. */
final class TableColumns {

    private static final int TABLES_NAMED = 40;

    private TableColumns() {}

    /**
     * The columns of the table, view or query, in its order.
     *
     * @throws InputException when there is no such table
     */
    static List<String> names(MysqlTable table, Connection connection) throws SQLException {
        return table.relation() instanceof SqlSource.Named named
                ? ofTable(table, named.name(), connection)
                : ofQuery(table.relation(), connection);
    }

    private static List<String> ofQuery(SqlSource query, Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("SELECT * FROM " + query.from() + " LIMIT 0")) {
            ResultSetMetaData columns = none.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                names.add(columns.getColumnLabel(i));
            }
        }
        return names;
    }

    /** From the server's catalogue, which shows a user with rights on some columns just those. */
    private static List<String> ofTable(MysqlTable table, String name, Connection connection) throws SQLException {
        Map<String, List<String>> byTable = new LinkedHashMap<>();
        String sql = "SELECT table_name, column_name FROM information_schema.columns"
                + " WHERE table_schema = DATABASE() AND LOWER(table_name) = LOWER(?) ORDER BY ordinal_position";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    byTable.computeIfAbsent(rows.getString(1), other -> new ArrayList<>())
                            .add(rows.getString(2));
                }
            }
        }
        // names that differ in case only are different tables on some servers
        List<String> exact = byTable.get(name);
        if (exact != null) {
            return exact;
        }
        if (byTable.size() == 1) {
            return byTable.values().iterator().next();
        }
        throw new InputException(Text.of(
                "source.mysql.no-table",
                table.server().place(),
                name,
                table.server().user(),
                String.join(", ", tables(connection))));
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        String sql = "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                + " ORDER BY table_name LIMIT " + TABLES_NAMED;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names.isEmpty() ? List.of("-") : names;
    }
}
