package org.greenaudit.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps two starts of the same job apart: the row of the job in {@code audit_lock} is locked by a transaction that stays
 * open while the job runs. When the process dies, the database lets go of the row by itself: no stale lock.
 */
public final class JobLocks {

    /** A lock that is held until it is closed. */
    public static final class Held implements AutoCloseable {

        private final Connection connection;

        private Held(Connection connection) {
            this.connection = connection;
        }

        /** Lets go. */
        @Override
        public void close() {
            release(connection);
        }
    }

    /** Somebody else holds the row: H2 50200, MySQL 3572 (no wait) and 1205 (lock wait), MariaDB 1205. */
    private static final Set<Integer> LOCKED = Set.of(50200, 3572, 1205);

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;

    /** Locks in this database. */
    public JobLocks(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** Takes the lock of a job, or nothing when somebody else holds it. Never waits. */
    public Optional<Held> take(String jobName) {
        ensureRow(jobName);
        Connection connection = null;
        try {
            connection = dataSource.getConnection();
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            try (PreparedStatement lock = connection.prepareStatement(
                    "SELECT job_name FROM audit_lock WHERE job_name = ? FOR UPDATE NOWAIT")) {
                lock.setString(1, jobName);
                lock.executeQuery().close();
            }
            return Optional.of(new Held(connection));
        } catch (SQLException e) {
            if (connection == null) {
                throw new IllegalStateException("no connection to the database", e);
            }
            release(connection);
            if (LOCKED.contains(e.getErrorCode())) {
                return Optional.empty();
            }
            throw new IllegalStateException("the lock of job " + jobName + " cannot be read", e);
        }
    }

    private void ensureRow(String jobName) {
        Integer rows =
                jdbc.queryForObject("SELECT COUNT(*) FROM audit_lock WHERE job_name = ?", Integer.class, jobName);
        if (rows == null || rows == 0) {
            try {
                jdbc.update("INSERT INTO audit_lock (job_name) VALUES (?)", jobName);
            } catch (DuplicateKeyException e) {
                // another start of the job was quicker: the row is there, and that is all that matters
            }
        }
    }

    private static void release(Connection connection) {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // the connection is gone, and the lock with it
        }
    }
}
