package org.greenaudit.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.greenaudit.job.config.ProgressListener;
import org.greenaudit.message.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for a database that went away, or that writes no more. */
final class DatabaseRecovery {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseRecovery.class);
    private static final long PAUSE_MILLIS = 500;
    private static final int PATIENCE_SECONDS = 5;

    /** Writes nothing, and is refused all the same where nothing may be written. */
    private static final String WRITE = "UPDATE audit_lock SET job_name = job_name WHERE 1 = 0";

    private final DataSource dataSource;
    private final ConnectionPool pool;
    private final RunningAudit running;
    private final Supplier<Optional<Text>> trouble;
    private final long retrySeconds;

    /**
     * Outages of a database.
     *
     * @param trouble tells why waiting is in vain
     * @param retrySeconds how long to wait for it, 0 for not at all
     */
    DatabaseRecovery(
            DataSource dataSource,
            ConnectionPool pool,
            RunningAudit running,
            Supplier<Optional<Text>> trouble,
            long retrySeconds) {
        this.dataSource = dataSource;
        this.pool = pool;
        this.running = running;
        this.trouble = trouble;
        this.retrySeconds = retrySeconds;
    }

    /** Why the database cannot come back without a person. */
    Optional<Text> trouble() {
        return trouble.get();
    }

    /** Waits until the database answers and writes; false when it does not within the time, or the process is to end. */
    boolean over(ProgressListener listener) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(retrySeconds);
        LOG.warn("the database is away or read-only; waiting up to {} s", retrySeconds);
        listener.waiting(retrySeconds);
        do {
            if (answers()) {
                LOG.info("the database answers again");
                return true;
            }
        } while (System.nanoTime() < end && running.pause(PAUSE_MILLIS));
        return false;
    }

    private boolean answers() {
        pool.renew();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            return connection.isValid(PATIENCE_SECONDS) && statement.executeUpdate(WRITE) == 0;
        } catch (SQLException e) {
            LOG.debug("the database does not answer, or does not write", e);
            return false;
        }
    }
}
