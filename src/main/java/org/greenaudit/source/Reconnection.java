package org.greenaudit.source;

import java.io.InterruptedIOException;
import java.sql.SQLException;
import java.util.List;

/**
 * Does work on a connection that may be lost: the work is tried again, after longer and longer pauses, until it succeeds
 * or the pauses are used up. Used by one thread.
 */
final class Reconnection {

    /** A minute in all: as long as a server takes to start again. */
    private static final List<Long> PAUSES_MILLIS = List.of(1_000L, 2_000L, 4_000L, 8_000L, 15_000L, 30_000L);

    private final List<Long> pausesMillis;

    Reconnection() {
        this(PAUSES_MILLIS);
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

    private static void pause(long millis) throws InterruptedIOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
