package org.greenaudit.portal.night;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.greenaudit.store.JobLocks;
import org.greenaudit.store.database.LockHolder;
import org.greenaudit.store.database.RowLock;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Up to when the nights of jobs have been run (table {@code audit_night}). Whoever runs a night holds its job's row locked, so
 * that no other server begins it too; when the process dies, the database lets go, and another server carries on.
 */
public final class NightStore {

    private static final String TABLE = "audit_night";

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final JobLocks audits;

    /** The nights in this database. */
    public NightStore(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
        this.audits = new JobLocks(dataSource);
    }

    /** Up to when a job's nights have been run; empty for one that no server has looked after yet. */
    Optional<Instant> runUpTo(String job) {
        return runUpTo(jdbc, job);
    }

    /** The same, where a job that no server has looked after yet counts from now on: what was before is no missed night. */
    Instant runUpTo(String job, Instant now) {
        Optional<Instant> known = runUpTo(job);
        if (known.isPresent()) {
            return known.get();
        }
        try {
            jdbc.update("INSERT INTO audit_night (job_name, run_up_to) VALUES (?, ?)", job, utc(now));
            return now;
        } catch (DuplicateKeyException e) {
            // another server was quicker
            return runUpTo(job).orElse(now);
        }
    }

    /** Who audits a job now, be it one of its nights or an audit that a person began. */
    Optional<LockHolder> auditing(String job) {
        return audits.holder(job);
    }

    /** The right to run a job's nights, until it is closed or its connection is lost; empty while somebody else has it. */
    Optional<Claim> claim(String job) {
        try {
            return RowLock.take(dataSource, TABLE, job).map(row -> new Claim(row, job));
        } catch (SQLException e) {
            throw Objects.requireNonNullElseGet(
                    jdbc.getExceptionTranslator().translate("nights of a job", null, e),
                    () -> new UncategorizedSQLException("nights of a job", null, e));
        }
    }

    /** The right to run a job's nights. */
    final class Claim implements AutoCloseable {

        private final RowLock row;
        private final String job;
        private final JdbcTemplate own;

        private Claim(RowLock row, String job) {
            this.row = row;
            this.job = job;
            this.own = new JdbcTemplate(new SingleConnectionDataSource(row.connection(), true));
        }

        /** Up to when they have been run. */
        Instant runUpTo() {
            return NightStore.runUpTo(own, job).orElseThrow();
        }

        /**
         * Notes that they have been run up to another time, and lets go. A night is long enough to lose a connection in; that
         * it was run is noted all the same.
         *
         * @throws DataAccessException when it cannot be noted: the night is due again
         */
        void run(Instant upTo) {
            if (row.lives()) {
                note(own, upTo);
                commit();
            } else {
                note(jdbc, upTo);
            }
        }

        private void note(JdbcTemplate connections, Instant upTo) {
            connections.update(
                    "UPDATE audit_night SET run_up_to = ? WHERE job_name = ? AND run_up_to < ?",
                    utc(upTo),
                    job,
                    utc(upTo));
        }

        private void commit() {
            own.execute((Connection connection) -> {
                connection.commit();
                return true;
            });
        }

        @Override
        public void close() {
            row.close();
        }
    }

    private static Optional<Instant> runUpTo(JdbcTemplate connections, String job) {
        return connections
                .query(
                        "SELECT run_up_to FROM audit_night WHERE job_name = ?",
                        (row, n) -> row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        job)
                .stream()
                .findFirst();
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
