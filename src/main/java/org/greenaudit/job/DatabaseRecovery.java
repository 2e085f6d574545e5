package org.greenaudit.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.greenaudit.job.config.ProgressListener;
import org.greenaudit.message.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for a database that went away. */
final class DatabaseRecovery {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseRecovery.class);
    private static final long PAUSE_MILLIS = 500;
    private static final int PATIENCE_SECONDS = 5;

    private final DataSource dataSource;
    private final RunningAudit running;
    private final Supplier<Optional<Text>> trouble;
    private final long retrySeconds;

    /**
     * Outages of a database.
     *
     * @param trouble tells why waiting is in vain
     * @param retrySeconds how long to wait for it, 0 for not at all
     */
    DatabaseRecovery(DataSource dataSource, RunningAudit running, Supplier<Optional<Text>> trouble, long retrySeconds) {
        this.dataSource = dataSource;
        this.running = running;
        this.trouble = trouble;
        this.retrySeconds = retrySeconds;
    }

    /** Why the database cannot come back without a person. */
    Optional<Text> trouble() {
        return trouble.get();
    }

    /** Waits until the database answers; false when it does not within the time, or the process is to end. */
    boolean over(ProgressListener listener) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(retrySeconds);
        LOG.warn("connection to the database lost; waiting up to {} s", retrySeconds);
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
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException e) {
            LOG.debug("the database does not answer", e);
            return false;
        }
    }
}
