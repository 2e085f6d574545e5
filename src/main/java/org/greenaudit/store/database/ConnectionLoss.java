package org.greenaudit.store.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Tells failures after which the same work may succeed (a lost connection, a deadlock, a server that is read-only until it
 * has taken over from another one) from all others.
 */
public final class ConnectionLoss {

    private static final String CONNECTION_CLASS = "08";

    /** What the pool says, without a state, of a connection that it closed because it was broken. */
    private static final String CLOSED_BY_THE_POOL = "Connection is closed";

    /** An option such as {@code --read-only} forbids the statement; the storage engine is read-only. */
    private static final Set<Integer> READ_ONLY = Set.of(1290, 1836);

    private ConnectionLoss() {}

    /** Whether a server refused to write because it is read-only. */
    public static boolean isReadOnly(SQLException failure) {
        return READ_ONLY.contains(failure.getErrorCode());
    }

    /** Whether a failure, or anything that led to it, is one of those. */
    public static boolean in(Throwable failure) {
        return in(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static boolean in(@Nullable Throwable failure, Set<Throwable> seen) {
        if (failure == null || !seen.add(failure)) {
            return false;
        }
        // the failed rollback hides the failure that it answered
        boolean hidden =
                failure instanceof TransactionSystemException rollback && in(rollback.getApplicationException(), seen);
        return hidden || is(failure) || in(failure.getCause(), seen);
    }

    private static boolean is(Throwable failure) {
        if (failure instanceof SQLException sql) {
            return sql instanceof SQLRecoverableException
                    || sql instanceof SQLTransientException
                    || sql instanceof SQLNonTransientConnectionException
                    || isReadOnly(sql)
                    || (sql.getSQLState() == null
                            ? CLOSED_BY_THE_POOL.equals(sql.getMessage())
                            : sql.getSQLState().startsWith(CONNECTION_CLASS));
        }
        return failure instanceof TransientDataAccessException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof CannotCreateTransactionException;
    }
}
