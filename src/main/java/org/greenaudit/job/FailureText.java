package org.greenaudit.job;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.greenaudit.message.ExplainedException;
import org.greenaudit.message.FileTrouble;
import org.greenaudit.message.Text;
import org.greenaudit.store.database.ConnectionLoss;
import org.springframework.dao.DataAccessException;

/** What a failure is called in front of people. The exception itself goes to the log. */
final class FailureText {

    private FailureText() {}

    /** The text of the first of the failure and its causes that has one. */
    static Text of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> known(cause).stream())
                .findFirst()
                .orElseGet(() ->
                        Text.of("job.failed.unexpected", failure.getClass().getSimpleName(), message(failure)));
    }

    private static Optional<Text> known(Throwable cause) {
        if (cause instanceof ExplainedException explained) {
            return Optional.of(explained.text());
        }
        if (cause instanceof IOException io) {
            return Optional.of(Text.of("job.failed.files", FileTrouble.file(io), FileTrouble.of(io)));
        }
        if (cause instanceof SQLException sql && ConnectionLoss.isReadOnly(sql)) {
            return Optional.of(Text.of("job.failed.read-only", message(cause)));
        }
        // Spring's own exceptions say less than the database's answer that caused them
        boolean database =
                cause instanceof SQLException || (cause instanceof DataAccessException && cause.getCause() == null);
        return database ? Optional.of(Text.of("job.failed.database", message(cause))) : Optional.empty();
    }

    private static String message(Throwable cause) {
        return Optional.ofNullable(cause.getMessage())
                .flatMap(text -> text.lines().findFirst())
                .orElse("");
    }
}
