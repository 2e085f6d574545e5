package org.greenaudit.source.mysql;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.InputException;
import org.greenaudit.source.SourceException;

/** What a failure of the source's database is called in front of people. */
final class SqlFailure {

    private SqlFailure() {}

    /**
     * The failure in words: an {@link InputException} where the job or its privileges must be corrected, otherwise a {@link
     * SourceException}. The exception itself is kept beside it, not as the cause: it is not the results' database that
     * failed.
     */
    static RuntimeException of(MysqlTable table, SQLException failure) {
        RuntimeException worded = mendable(table, failure)
                .<RuntimeException>map(InputException::new)
                .orElseGet(() -> new SourceException(other(table, failure)));
        worded.addSuppressed(failure);
        return worded;
    }

    /** Whether the connection is lost or cannot be had, so that trying again may help. */
    static boolean isConnectionLost(SQLException failure) {
        String state = failure.getSQLState();
        if (state != null && state.startsWith("08")) {
            return true;
        }
        // in the middle of a row the driver has no state for it
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Text> mendable(MysqlTable table, SQLException failure) {
        MysqlServer server = table.server();
        String place = server.place();
        return switch (failure.getErrorCode()) {
            // access denied
            case 1045, 1698 -> Optional.of(Text.of("source.mysql.login", place, server.user()));
            // access denied to the database, unknown database
            case 1044, 1049 -> Optional.of(Text.of("source.mysql.database", place, server.user(), said(failure)));
            // no SELECT on the table, on a column, on a routine; a view whose definer may not read
            case 1142, 1143, 1370, 1356 ->
                Optional.of(Text.of("source.mysql.denied", place, server.user(), table.name(), said(failure)));
            default -> {
                boolean grammar =
                        failure.getSQLState() != null && failure.getSQLState().startsWith("42");
                boolean query = table.relation() instanceof SqlSource.Query;
                yield grammar && query
                        ? Optional.of(Text.of("source.mysql.query", place, said(failure)))
                        : Optional.empty();
            }
        };
    }

    private static Text other(MysqlTable table, SQLException failure) {
        String place = table.server().place();
        return isConnectionLost(failure)
                ? Text.of("source.mysql.unreachable", place, said(failure))
                : Text.of("source.mysql.failed", place, table.name(), failure.getErrorCode(), said(failure));
    }

    /** The first line of what the driver or server said; for a lost connection, of what caused it. */
    private static String said(SQLException failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? failure.getMessage() : root.getMessage();
        return message == null ? "" : message.lines().findFirst().orElse("");
    }
}
