package org.greenaudit.source.mysql;

import java.io.InterruptedIOException;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Does work on a connection that may be lost: the work is tried again, after longer and longer pauses, until it succeeds
 * or the pauses are used up. Work that is called again begins anew, or goes on.
 */
final class Reconnection {

    private static final long FIRST_MILLIS = 1_000;
    private static final long LONGEST_MILLIS = 15_000;

    private final RetryTemplate retries;

    /** Tries until the pauses add up to so many seconds, 0 for not again. */
    Reconnection(long seconds) {
        this(pauses(seconds));
    }

    /** Tries again after these pauses. */
    Reconnection(BackOff pauses) {
        retries = new RetryTemplate(RetryPolicy.builder()
                .backOff(pauses)
                .predicate(failure -> failure instanceof SQLException sql && SqlFailure.isConnectionLost(sql))
                .build());
    }

    /**
     * Does the work, which throws nothing checked but {@link SQLException}.
     *
     * @throws SQLException the last failure, or the first that is not a lost connection
     */
    <T> T persist(Retryable<T> work) throws SQLException, InterruptedIOException {
        try {
            return retries.execute(work);
        } catch (RetryException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException();
            }
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    private static BackOff pauses(long seconds) {
        ExponentialBackOff pauses = new ExponentialBackOff(FIRST_MILLIS, 2);
        pauses.setMaxInterval(LONGEST_MILLIS);
        pauses.setMaxElapsedTime(TimeUnit.SECONDS.toMillis(seconds));
        return pauses;
    }
}
