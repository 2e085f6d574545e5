package org.greenaudit.source;

import java.io.IOException;
import java.sql.SQLException;
import org.greenaudit.message.Text;

/** What a failure of the source's database is called in front of people. */
final class SqlFailure {

    private SqlFailure() {}

    /** The failure in words; the exception itself is its cause. */
    static InputException of(MysqlSettings settings, SQLException failure) {
        InputException input = new InputException(text(settings, failure));
        input.initCause(failure);
        return input;
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

    private static Text text(MysqlSettings settings, SQLException failure) {
        MysqlServer server = settings.server();
        return switch (failure.getErrorCode()) {
            // access denied
            case 1045, 1698 -> Text.of("source.mysql.login", server.place(), server.user());
            // access denied to the database, unknown database
            case 1044, 1049 -> Text.of("source.mysql.database", server.place(), server.user(), said(failure));
            // no SELECT on the table, on a column, on a routine; a view whose definer may not read
            case 1142, 1143, 1370, 1356 ->
                Text.of("source.mysql.denied", server.place(), server.user(), settings.name(), said(failure));
            default -> other(settings, failure);
        };
    }

    private static Text other(MysqlSettings settings, SQLException failure) {
        String place = settings.server().place();
        if (isConnectionLost(failure)) {
            return Text.of("source.mysql.unreachable", place, said(failure));
        }
        boolean grammar = failure.getSQLState() != null && failure.getSQLState().startsWith("42");
        if (grammar && settings.relation() instanceof Relation.Query) {
            return Text.of("source.mysql.query", place, said(failure));
        }
        return Text.of("source.mysql.failed", place, settings.name(), failure.getErrorCode(), said(failure));
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
