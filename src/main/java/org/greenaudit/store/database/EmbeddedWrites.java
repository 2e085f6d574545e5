package org.greenaudit.store.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the embedded database to its file between statements. Left to itself H2 writes in the background, one table
 * after the other, while statements go on: a process killed then leaves a file whose tables and indexes contradict each
 * other. Costs a lock per statement; a killed process loses its last moments, whole. Each write leaves what it writes again as
 * dead space in the file, so that long ones, which come of many rows, are made less often. The next write uses that space: so
 * that no failure of power finds a file without the old and without the new, each write waits until the disk has it.
 */
public final class EmbeddedWrites implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedWrites.class);
    private static final long EVERY_MILLIS = 100;
    /** After a write that took long, so many times as long passes before the next. */
    private static final long REST = 10;
    /** So often it looks for a moment without statements before it makes one. */
    private static final int GLANCES = 200;

    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();
    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(1, EmbeddedWrites::thread, new ThreadPoolExecutor.DiscardPolicy());
    private final Connection connection;

    /** Writes this database from now on. */
    public EmbeddedWrites(EmbeddedDatabase database) {
        try {
            connection =
                    DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
        } catch (SQLException e) {
            throw EmbeddedPassword.notOpened(database.folder(), e);
        }
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        next(EVERY_MILLIS);
    }

    /** The same connections, whose statements wait while the file is written. */
    public DataSource guard(DataSource connections) {
        return new StatementGate(connections, gate.readLock());
    }

    /** Writes for the last time. */
    @Override
    public void close() throws SQLException {
        timer.shutdown();
        try {
            timer.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connection.close();
    }

    private void next(long millis) {
        // what fails is logged where it fails
        ScheduledFuture<?> unused = timer.schedule(this::write, millis, TimeUnit.MILLISECONDS);
    }

    private void write() {
        long took = 0;
        try {
            if (moment()) {
                long begun = System.nanoTime();
                try (Statement statement = connection.createStatement()) {
                    statement.execute("CHECKPOINT SYNC");
                } finally {
                    gate.writeLock().unlock();
                    took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
                }
            }
        } catch (SQLException e) {
            LOG.error("the embedded database cannot be written", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            next(Math.max(EVERY_MILLIS, REST * took));
        }
    }

    /** A moment without statements. It does not queue for long: a statement may wait for a row that another one holds. */
    private boolean moment() throws InterruptedException {
        Lock alone = gate.writeLock();
        for (int glance = 0; glance < GLANCES; glance++) {
            if (alone.tryLock()) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
        return alone.tryLock(EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "embedded-writes");
        thread.setDaemon(true);
        return thread;
    }
}
