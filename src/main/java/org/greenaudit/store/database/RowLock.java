package org.greenaudit.store.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The row of a job that a transaction of its own keeps locked until it is closed, or until its connection is lost. When the
 * process dies, the database releases the row by itself: no stale lock.
 */
public final class RowLock implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 5;

    /** Somebody else holds the row: H2 50200, MySQL 3572 (no wait) and 1205 (lock wait), MariaDB 1205. */
    private static final Set<Integer> HELD = Set.of(50200, 3572, 1205);

    private final Connection connection;

    private RowLock(Connection connection) {
        this.connection = connection;
    }

    /**
     * Locks the row of a job, or nothing when somebody else holds it. Never waits.
     *
     * @param table a table of the program with one row for each {@code job_name}, which is there
     */
    public static Optional<RowLock> take(DataSource dataSource, String table, String jobName) throws SQLException {
        return take(dataSource, table, jobName, " NOWAIT");
    }

    /** The same, but waits for whoever holds it; nothing when that takes longer than the database waits for a row. */
    public static Optional<RowLock> await(DataSource dataSource, String table, String jobName) throws SQLException {
        return take(dataSource, table, jobName, "");
    }

    private static Optional<RowLock> take(DataSource dataSource, String table, String jobName, String how)
            throws SQLException {
        RowLock lock = new RowLock(dataSource.getConnection());
        try {
            lock.connection.setAutoCommit(false);
            lock.connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            try (PreparedStatement select = lock.connection.prepareStatement(
                    "SELECT job_name FROM " + table + " WHERE job_name = ? FOR UPDATE" + how)) {
                select.setString(1, jobName);
                select.executeQuery().close();
            }
            return Optional.of(lock);
        } catch (SQLException e) {
            lock.close();
            if (isRefusal(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Whether a statement failed because somebody else holds a row. */
    public static boolean isRefusal(SQLException failure) {
        return HELD.contains(failure.getErrorCode());
    }

    /** The connection, whose transaction is the lock: what ends the one ends the other. */
    public Connection connection() {
        return connection;
    }

    /** Whether the lock is still held; asking also keeps an idle connection alive. */
    public synchronized boolean lives() {
        try {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Lets go; what the transaction has written and not committed is gone. */
    @Override
    public synchronized void close() {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // the connection is gone, and the lock with it
        }
    }
}
