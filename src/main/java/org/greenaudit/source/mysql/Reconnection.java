package org.greenaudit.source.mysql;

import java.io.InterruptedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Does work on a connection that may be lost: the work is tried again, after longer and longer pauses, until it succeeds
 * or the pauses are used up. Used by one thread.
 */
final class Reconnection {

    private static final long FIRST_MILLIS = 1_000;
    private static final long LONGEST_MILLIS = 15_000;

    private final List<Long> pausesMillis;

    /** Tries for so many seconds, 0 for not again. */
    Reconnection(long seconds) {
        this(pauses(seconds));
    }

    /** Tries as often again as there are pauses. */
    Reconnection(List<Long> pausesMillis) {
        this.pausesMillis = List.copyOf(pausesMillis);
    }

    /** Work that begins anew, or goes on, each time it is called. */
    interface Work<T> {
        /** Does it. */
        T call() throws SQLException;
    }

    /**
     * Does the work.
     *
     * @throws SQLException the last failure, or the first that is not a lost connection
     */
    <T> T persist(Work<T> work) throws SQLException, InterruptedIOException {
        for (int tried = 0; ; tried++) {
            try {
                return work.call();
            } catch (SQLException e) {
                if (!SqlFailure.isConnectionLost(e) || tried == pausesMillis.size()) {
                    throw e;
                }
                pause(pausesMillis.get(tried));
            }
        }
    }

    /** Each twice as long as the one before, up to the longest, and together as long as asked for. */
    private static List<Long> pauses(long seconds) {
        List<Long> pauses = new ArrayList<>();
        long left = TimeUnit.SECONDS.toMillis(seconds);
        for (long pause = FIRST_MILLIS; left > 0; pause = Math.min(2 * pause, LONGEST_MILLIS)) {
            pauses.add(Math.min(pause, left));
            left -= pause;
        }
        return pauses;
    }

    private static void pause(long millis) throws InterruptedIOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
