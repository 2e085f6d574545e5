package org.greenaudit.monitoring;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Fills the variables of a dashboard on a database and puts them into its queries, as Grafana does. */
final class SqlVariables {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+):sqlstring}");
    private static final Pattern TIME_FILTER = Pattern.compile("\\$__timeFilter\\(([^)]+)\\)");

    private final Connection connection;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, List<String>> choices = new LinkedHashMap<>();

    SqlVariables(Connection connection, Dashboard dashboard) throws SQLException {
        this.connection = connection;
        for (JsonNode variable : dashboard.variables()) {
            if (variable.path("type").stringValue("").equals("query")) {
                fill(variable);
            }
        }
    }

    /** What a variable offers. */
    List<String> choices(String name) {
        return choices.get(name);
    }

    /** Chooses one value. */
    void choose(String name, String value) {
        values.put(name, quoted(value));
    }

    /** Runs a panel's query: each row by the columns' names, a missing value as an empty text. */
    List<Map<String, String>> run(String sql) throws SQLException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet result = statement.executeQuery(interpolated(sql))) {
            ResultSetMetaData columns = result.getMetaData();
            while (result.next()) {
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    String value = result.getString(i);
                    row.put(columns.getColumnLabel(i), value == null ? "" : value);
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private void fill(JsonNode variable) throws SQLException {
        String name = variable.path("name").stringValue("");
        List<String> found = run(variable.path("query").stringValue("")).stream()
                .map(row -> row.getOrDefault("__value", row.values().iterator().next()))
                .toList();
        choices.put(name, found);
        if (variable.has("allValue")) {
            values.put(name, variable.path("allValue").stringValue(""));
        } else if (variable.path("includeAll").booleanValue(false)) {
            values.put(name, found.stream().map(SqlVariables::quoted).collect(Collectors.joining(",")));
        } else {
            values.put(name, quoted(found.get(0)));
        }
    }

    private String interpolated(String sql) {
        String timed = TIME_FILTER
                .matcher(sql)
                .replaceAll("$1 BETWEEN FROM_UNIXTIME(1577836800) AND FROM_UNIXTIME(1893456000)");
        return VARIABLE.matcher(timed).replaceAll(variable -> Matcher.quoteReplacement(values.get(variable.group(1))));
    }

    /** As Grafana's format sqlstring: quotes are escaped, a backslash is not, although MySQL reads it as an escape. */
    private static String quoted(String value) {
        return "'" + value.replace("'", "''").replace("\"", "\\\"") + "'";
    }
}
