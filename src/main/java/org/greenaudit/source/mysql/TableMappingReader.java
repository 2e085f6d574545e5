package org.greenaudit.source.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.Column;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.FeedLayout;
import org.greenaudit.purchase.FeedNote;
import org.greenaudit.purchase.HeaderReader;
import org.greenaudit.purchase.InputException;
import org.greenaudit.purchase.TableHead;
import org.greenaudit.purchase.UnusedColumns;
import org.greenaudit.source.RowBlocks;

/** Finds out how the rows of a table are read: its columns are understood as a file's header is. */
final class TableMappingReader {

    private final MysqlTable table;
    private final Connection connection;

    TableMappingReader(MysqlTable table, Connection connection) {
        this.table = table;
        this.connection = connection;
    }

    /**
     * The shape of the table.
     *
     * @throws InputException when the table, a column or the key is not what the job says
     */
    TableMapping find() throws SQLException {
        List<String> names = TableColumns.names(table, connection);
        int key = keyColumn(names);
        FeedLayout read = table.context().headers().read(0, table.name(), names);
        Map<Column, Integer> cells = new HashMap<>(read.cells());
        // the key tells the rows apart from one night to the next, which a row's place does not
        cells.putIfAbsent(FeedColumn.RECORD_ID, key);
        List<Integer> used = new ArrayList<>(new TreeSet<>(cells.values()));
        cells.replaceAll((column, index) -> used.indexOf(index));
        return shape(names, key, used, read.withCells(used.size(), cells));
    }

    private int keyColumn(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(table.key())) {
                return i;
            }
        }
        throw new InputException(Text.of("source.mysql.no-key", table.name(), table.key(), String.join(", ", names)));
    }

    private TableMapping shape(List<String> names, int key, List<Integer> used, FeedLayout layout) throws SQLException {
        List<String> columns = new ArrayList<>();
        used.forEach(index -> columns.add(SqlName.quoted(names.get(index))));
        String keyColumn = SqlName.quoted(names.get(key));
        String from = table.relation().from();
        String sql = "SELECT " + String.join(", ", columns) + ", " + keyColumn + " FROM " + from + " LIMIT 0";
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery(sql)) {
            ResultSetMetaData types = none.getMetaData();
            List<String> cells = new ArrayList<>();
            List<CellKind> kinds = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                CellKind kind = CellKind.of(types.getColumnType(i + 1));
                cells.add(kind.sql(cell(names.get(used.get(i)), columns.get(i), types, i + 1)));
                kinds.add(kind);
            }
            int date = layout.indexOf(FeedColumn.CONTRACT_DATE);
            boolean dated = date >= 0 && isDate(types.getColumnType(date + 1));
            return new TableMapping(
                    layout,
                    unused(names, key),
                    cells,
                    kinds,
                    keyColumn,
                    keyKind(types, columns.size() + 1),
                    dated ? window(columns.get(date)) : "TRUE",
                    from);
        }
    }

    /** The columns that nothing is read from, by their names alone; the key is read. */
    private List<FeedNote> unused(List<String> names, int key) {
        List<String> others = new ArrayList<>(names);
        others.set(key, "");
        HeaderReader headers = table.context().headers();
        FeedLayout layout = headers.read(0, table.name(), names);
        return new UnusedColumns(new TableHead(0, 1, others, layout), headers).notes();
    }

    private KeyKind keyKind(ResultSetMetaData types, int at) throws SQLException {
        String typeName = types.getColumnTypeName(at);
        return KeyKind.of(types.getColumnType(at), typeName, types.getScale(at))
                .orElseThrow(() ->
                        new InputException(Text.of("source.mysql.key-type", table.name(), table.key(), typeName)));
    }

    private String cell(String name, String column, ResultSetMetaData types, int at) throws SQLException {
        return switch (types.getColumnType(at)) {
            // the server's own text, also of dates that are none
            case Types.DATE, Types.TIME, Types.TIMESTAMP -> "CAST(" + column + " AS CHAR)";
            // no more than shows that a cell is too long
            case Types.LONGVARCHAR, Types.LONGNVARCHAR, Types.CLOB ->
                "LEFT(" + column + ", " + (RowBlocks.LONGEST_CELL + 1) + ")";
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB, Types.BIT ->
                throw new InputException(
                        Text.of("source.mysql.column-type", table.name(), name, types.getColumnTypeName(at)));
            default -> column;
        };
    }

    private static boolean isDate(int type) {
        return type == Types.DATE || type == Types.TIMESTAMP;
    }

    /** Contracts in the window, and dates that the audit cannot read: those rows are rejected, never left out. */
    private String window(String date) {
        LocalDate after = table.context().to().plusDays(1);
        return "((" + date + " >= '" + table.context().from() + "' AND " + date + " < '" + after + "') OR " + date
                + " IS NULL OR " + date + " < '1990-01-01' OR " + date + " >= '2101-01-01' OR MONTH(" + date
                + ") = 0 OR DAYOFMONTH(" + date + ") = 0)";
    }
}
