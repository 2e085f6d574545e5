package org.greenaudit.source.mysql;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.net.BindException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.greenaudit.message.Causes;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.InputException;
import org.greenaudit.settings.MysqlAddress;
import org.greenaudit.source.SourceException;

/** What a failure of the source's database is called in front of people. */
final class SqlFailure {

    /** SQL states of a connection that the driver did not even try to make, or gave up by itself. */
    private static final Set<String> BEFORE_ANY_SERVER = Set.of("08000", "08001");

    /** Unknown or wrong variables, charsets, collations, time zones; statements that are none. */
    private static final Set<Integer> OF_SESSION_VARIABLES = Set.of(1064, 1115, 1193, 1231, 1232, 1238, 1273, 1298);

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
        if (isAskedInVain(failure)) {
            return false;
        }
        String state = failure.getSQLState();
        // in the middle of a row the driver has no state for it
        return (state != null && state.startsWith("08")) || Causes.of(failure).anyMatch(IOException.class::isInstance);
    }

    /** Whether a failure to connect is one of the address: it asks for what cannot be, however often it is tried. */
    static boolean isOfTheAddress(SQLException failure) {
        return isAskedInVain(failure)
                || OF_SESSION_VARIABLES.contains(failure.getErrorCode())
                || (failure.getErrorCode() == 0 && !isConnectionLost(failure));
    }

    /** That failure in words, with the properties of the address that it speaks of. */
    static InputException ofTheAddress(String place, MysqlAddress address, SQLException failure) {
        String all = Causes.of(failure)
                .map(cause -> String.valueOf(cause.getMessage()))
                .collect(Collectors.joining(" "));
        String said = address.withoutValues(said(failure));
        InputException worded = new InputException(Text.of("source.mysql.address", place, said, address.spokenOf(all)));
        worded.addSuppressed(failure);
        return worded;
    }

    /** What the driver or its settings cannot do, although it is called a connection that cannot be had. */
    private static boolean isAskedInVain(SQLException failure) {
        if (Causes.of(failure).anyMatch(SqlFailure::isOfSettings)) {
            return true;
        }
        // no answer of a server and no failure of the network: the driver itself refuses
        return failure.getErrorCode() == 0
                && BEFORE_ANY_SERVER.contains(String.valueOf(failure.getSQLState()))
                && Causes.of(failure).noneMatch(IOException.class::isInstance);
    }

    private static boolean isOfSettings(Throwable cause) {
        return cause instanceof UnsupportedEncodingException
                || cause instanceof FileNotFoundException
                || cause instanceof BindException
                || cause instanceof GeneralSecurityException;
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
