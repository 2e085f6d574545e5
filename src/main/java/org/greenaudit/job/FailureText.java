package org.greenaudit.job;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.greenaudit.job.step.AuditFailure;
import org.greenaudit.job.step.LockLost;
import org.greenaudit.message.FileTrouble;
import org.greenaudit.message.Text;
import org.greenaudit.report.ReportException;
import org.greenaudit.source.InputException;
import org.greenaudit.source.SourceException;
import org.greenaudit.store.database.StoreException;
import org.springframework.dao.DataAccessException;

/** What a failure is called in front of people. The exception itself goes to the log. */
final class FailureText {

    private FailureText() {}

    static Text of(Throwable failure) {
        Text text = null;
        for (Throwable cause = failure; cause != null && text == null; cause = cause.getCause()) {
            text = known(cause).orElse(null);
        }
        return text != null
                ? text
                : Text.of("job.failed.unexpected", failure.getClass().getSimpleName(), message(failure));
    }

    private static Optional<Text> known(Throwable cause) {
        if (cause instanceof AuditFailure audit) {
            return Optional.of(audit.text());
        }
        if (cause instanceof InputException input) {
            return Optional.of(input.text());
        }
        if (cause instanceof SourceException source) {
            return Optional.of(source.text());
        }
        if (cause instanceof LockLost lost) {
            return Optional.of(Text.of("job.failed.lock-lost", lost.jobName()));
        }
        if (cause instanceof StoreException store) {
            return Optional.of(store.text());
        }
        if (cause instanceof ReportException report) {
            return Optional.of(report.text());
        }
        if (cause instanceof IOException io) {
            return Optional.of(Text.of("job.failed.files", FileTrouble.file(io), FileTrouble.of(io)));
        }
        if (cause instanceof SQLException sql) {
            return Optional.of(Text.of("job.failed.database", message(sql)));
        }
        if (cause instanceof DataAccessException && cause.getCause() == null) {
            return Optional.of(Text.of("job.failed.database", message(cause)));
        }
        return Optional.empty();
    }

    private static String message(Throwable cause) {
        return Optional.ofNullable(cause.getMessage())
                .flatMap(text -> text.lines().findFirst())
                .orElse("");
    }
}
