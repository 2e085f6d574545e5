package org.greenaudit.source.mysql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Statements whose rows come from the server one by one instead of all into memory. */
final class StreamingQuery {

    private StreamingQuery() {}

    /** Prepares such a statement; nothing else may run on the connection until its rows are read. */
    static PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        PreparedStatement statement =
                connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        // the driver's sign for one by one
        statement.setFetchSize(Integer.MIN_VALUE);
        return statement;
    }
}
