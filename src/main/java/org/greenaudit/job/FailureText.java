package org.greenaudit.job;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.greenaudit.message.Causes;
import org.greenaudit.message.ExplainedException;
import org.greenaudit.message.FileTrouble;
import org.greenaudit.message.Text;
import org.greenaudit.store.database.ConnectionLoss;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.dao.DataAccessException;

/** What a failure is called in front of people. The exception itself goes to the log. */
public final class FailureText {

    private FailureText() {}

    /** The text of the first of the failure and its causes that has one. */
    public static Text of(Throwable failure) {
        return Causes.of(failure)
                .flatMap(cause -> known(cause).stream())
                .findFirst()
                .orElseGet(() ->
                        Text.of("job.failed.unexpected", failure.getClass().getSimpleName(), message(failure)));
    }

    /** What a failure of the database is called; empty where it is none. */
    static Optional<Text> ofDatabase(Throwable failure) {
        return Causes.of(failure).anyMatch(FailureText::isOfDatabase) ? Optional.of(of(failure)) : Optional.empty();
    }

    private static Optional<Text> known(Throwable cause) {
        if (cause instanceof ExplainedException explained) {
            return Optional.of(Text.joined(explained.texts()));
        }
        if (cause instanceof PortInUseException port) {
            return Optional.of(Text.of("job.failed.port", String.valueOf(port.getPort())));
        }
        if (cause instanceof InvalidConfigurationPropertyValueException wrong) {
            return Optional.of(Text.of("job.failed.setting", wrong.getName(), String.valueOf(wrong.getValue())));
        }
        if (cause instanceof BindException wrong && wrong.getProperty() != null) {
            return Optional.of(Text.of(
                    "job.failed.setting",
                    wrong.getName().toString(),
                    String.valueOf(wrong.getProperty().getValue())));
        }
        if (cause instanceof IOException io) {
            return Optional.of(Text.of("job.failed.files", FileTrouble.file(io), FileTrouble.of(io)));
        }
        if (cause instanceof SQLException sql && ConnectionLoss.isReadOnly(sql)) {
            return Optional.of(Text.of("job.failed.read-only", message(cause)));
        }
        if (cause instanceof SQLException && Causes.of(cause).anyMatch(FailureText::isFullDisk)) {
            // H2 closes itself and says no more than that
            return Optional.of(Text.of("store.embedded.full", AuditRuntime.dataFolder()));
        }
        return isOfDatabase(cause) ? Optional.of(Text.of("job.failed.database", message(cause))) : Optional.empty();
    }

    /** Spring's own exceptions say less than the database's answer that caused them. */
    private static boolean isOfDatabase(Throwable cause) {
        return cause instanceof SQLException || (cause instanceof DataAccessException && cause.getCause() == null);
    }

    private static boolean isFullDisk(Throwable cause) {
        return cause instanceof IOException io && FileTrouble.isFull(io);
    }

    private static String message(Throwable cause) {
        return Optional.ofNullable(cause.getMessage())
                .flatMap(text -> text.lines().findFirst())
                .orElse("");
    }
}
