package org.greenaudit.monitoring;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.greenaudit.purchase.RegionCodes;

/**
 * A buying unit with the figures and lines of another one.
 *
 * @param place its place in the ranking, from 0; not taken by another unit
 * @param region its region's code
 * @param code its own code
 * @param name its name
 */
record CopiedUnit(int place, String region, String code, String name) {

    private static final List<String> TABLES = List.of("audit_unit", "audit_tally", "audit_verdict");

    /** Adds the unit to a run; the model is a row of the ranking. */
    void insert(Connection connection, String run, Map<String, String> model) throws SQLException {
        int modelPlace = Integer.parseInt(model.get("排名")) - 1;
        try (var statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute("CREATE TEMPORARY TABLE copied SELECT c.* FROM " + table + " c JOIN audit_unit u"
                        + " ON u.run_id = c.run_id AND u.region_code = c.region_code AND u.buyer_code = c.buyer_code"
                        + " AND u.buyer_name = c.buyer_name WHERE c.run_id = " + run + " AND u.seq_no = " + modelPlace);
                rename(connection);
                statement.execute("INSERT INTO " + table + " SELECT * FROM copied");
                statement.execute("DROP TEMPORARY TABLE copied");
            }
            statement.execute("UPDATE audit_unit SET seq_no = " + place + " WHERE run_id = " + run + " AND seq_no = "
                    + shifted(modelPlace));
            statement.execute("INSERT INTO audit_unit_count SELECT run_id, " + place
                    + ", count_name, list_id, line_count, amount FROM audit_unit_count WHERE run_id = " + run
                    + " AND seq_no = " + modelPlace);
        }
    }

    /** Whether a row of the ranking shows this unit. */
    boolean isShown(Map<String, String> row) {
        return row.get("排名").equals(String.valueOf(place + 1));
    }

    /** The folder of its region in the reports. */
    String folder() {
        return RegionCodes.isCode(region) ? region : "unknown";
    }

    private void rename(Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE copied SET region_code = ?, buyer_code = ?, buyer_name = ?, seq_no = seq_no + ?")) {
            update.setString(1, region);
            update.setString(2, code);
            update.setString(3, name);
            update.setLong(4, shifted(0));
            update.executeUpdate();
        }
    }

    /** A number of the model's rows, beyond those of all other units. */
    private int shifted(int number) {
        return number + 1_000_000 * (place + 1);
    }
}
