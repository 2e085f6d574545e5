package org.greenaudit.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.greenaudit.store.database.Dialect;
import org.greenaudit.store.database.LockHolder;
import org.greenaudit.store.database.RowLock;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;

/**
 * Keeps two starts of the same job apart: the row of the job in {@code audit_lock} is locked by a transaction that stays
 * open while the job runs. When the process dies, the database releases the row by itself: no stale lock.
 */
public final class JobLocks {

    /**
     * A session of the database.
     *
     * @param number the server's number for it; a server that was started again gives the same ones again
     * @param client from where the server sees it come, with the port, which tells two of the same number apart
     */
    public record Session(long number, String client) {}

    /** A lock that is held until it is closed, or until its connection is lost. */
    public static final class Held implements AutoCloseable {

        private final RowLock row;
        private final Session session;

        private Held(RowLock row, Session session) {
            this.row = row;
            this.session = session;
        }

        /** The session that holds the lock. */
        public Session session() {
            return session;
        }

        /** Whether the lock is still held; asking also keeps an idle connection alive. */
        public boolean lives() {
            return row.lives();
        }

        /** Lets go. */
        @Override
        public void close() {
            row.close();
        }
    }

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;

    /** Locks in this database. */
    public JobLocks(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * Takes the lock of a job, or nothing when somebody else holds it. Never waits.
     *
     * @param holder shown to those who come while it is held
     */
    public Optional<Held> take(String jobName, LockHolder holder) {
        ensureRow(jobName);
        try {
            Optional<RowLock> row = RowLock.take(dataSource, "audit_lock", jobName);
            return row.isEmpty() ? Optional.empty() : named(row.get(), jobName, holder);
        } catch (SQLException e) {
            throw translated(e);
        }
    }

    private Optional<Held> named(RowLock row, String jobName, LockHolder holder) throws SQLException {
        try {
            write(row.connection(), jobName, holder);
            return Optional.of(new Held(row, session(row.connection())));
        } catch (SQLException e) {
            row.close();
            if (RowLock.isRefusal(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Who holds the lock of a job; empty where it has just been released, or taken by a process that has not written its name yet. */
    public Optional<LockHolder> holder(String jobName) {
        try (Connection connection = dataSource.getConnection()) {
            int usual = connection.getTransactionIsolation();
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_UNCOMMITTED);
            try {
                return holder(connection, jobName);
            } finally {
                connection.setTransactionIsolation(usual);
            }
        } catch (SQLException e) {
            throw translated(e);
        }
    }

    private static Optional<LockHolder> holder(Connection connection, String jobName) throws SQLException {
        try (PreparedStatement look = connection.prepareStatement(
                "SELECT host_name, process_id, since FROM audit_holder WHERE job_name = ?")) {
            look.setString(1, jobName);
            try (ResultSet row = look.executeQuery()) {
                return row.next()
                        ? Optional.of(new LockHolder(
                                row.getString(1),
                                row.getLong(2),
                                row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC)))
                        : Optional.empty();
            }
        }
    }

    /**
     * Ends a session of this program that lost its connection, in case the server has not noticed: it would keep the lock.
     */
    public void end(Session session) {
        try {
            if (Dialect.of(dataSource) == Dialect.MYSQL && lives(session)) {
                jdbc.execute("KILL " + session.number());
            }
        } catch (DataAccessException e) {
            // the server has noticed meanwhile: there is no such session
        }
    }

    private boolean lives(Session session) {
        return !jdbc.queryForList(
                        "SELECT id FROM information_schema.processlist WHERE id = ? AND host = ?",
                        Long.class,
                        session.number(),
                        session.client())
                .isEmpty();
    }

    /**
     * In the transaction that locks, which never ends well: others read it before it is committed, and it is gone with
     * the lock.
     */
    private static void write(Connection connection, String jobName, LockHolder holder) throws SQLException {
        try (PreparedStatement old = connection.prepareStatement("DELETE FROM audit_holder WHERE job_name = ?")) {
            old.setString(1, jobName);
            old.executeUpdate();
        }
        try (PreparedStatement row = connection.prepareStatement(
                "INSERT INTO audit_holder (job_name, host_name, process_id, since) VALUES (?, ?, ?, ?)")) {
            row.setString(1, jobName);
            row.setString(2, ColumnCodec.clip(holder.host(), 255));
            row.setLong(3, holder.process());
            row.setObject(4, LocalDateTime.ofInstant(holder.since(), ZoneOffset.UTC));
            row.executeUpdate();
        }
    }

    private Session session(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(Dialect.of(dataSource).sessionQuery())) {
            row.next();
            return new Session(row.getLong(1), row.getString(2));
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

    private DataAccessException translated(SQLException failure) {
        String task = "lock of a job";
        return Objects.requireNonNullElseGet(
                new SQLErrorCodeSQLExceptionTranslator(dataSource).translate(task, null, failure),
                () -> new UncategorizedSQLException(task, null, failure));
    }
}
