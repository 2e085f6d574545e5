package org.greenaudit.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Optional;
import org.greenaudit.catalog.CatalogException;
import org.greenaudit.job.AuditRuntime;
import org.greenaudit.message.ExplainedException;
import org.greenaudit.message.FileTrouble;
import org.greenaudit.message.Text;
import org.greenaudit.message.UsageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Prints what went wrong in words for people. Unexpected exceptions go to the log as well. */
final class FailureMessages implements IExecutionExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FailureMessages.class);

    private final CliSession session;

    FailureMessages(CliSession session) {
        this.session = session;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (failure instanceof CommandLine.ParameterException usage) {
            return command.getParameterExceptionHandler().handleParseException(usage, new String[0]);
        }
        return report(failure);
    }

    /** Prints what went wrong and returns the exit status. */
    int report(Exception failure) {
        if (failure instanceof CatalogException catalogs) {
            ProblemLines lines = new ProblemLines(session);
            catalogs.problems().forEach(lines::print);
            catalogs.warnings().forEach(lines::printWarning);
        }
        if (failure instanceof ExplainedException explained) {
            session.complain(explained.texts());
            return failure instanceof UsageException ? ExitStatus.USAGE : ExitStatus.FAILED;
        }
        if (failure instanceof InvalidPathException path) {
            session.complain("cli.failed.path", path.getInput().replace("\0", "\\0"));
            if (!FileTrouble.namesAreWhole()) {
                session.complain("cli.locale");
            }
            return ExitStatus.USAGE;
        }
        Optional<Text> database = AuditRuntime.databaseFailure(failure);
        if (database.isPresent()) {
            LOG.error("the database failed", failure);
            session.complain(List.of(database.get()));
            return ExitStatus.FAILED;
        }
        Throwable cause = failure instanceof UncheckedIOException ? failure.getCause() : failure;
        LOG.debug("command failed", failure);
        if (cause instanceof FileSystemException file) {
            session.complain("cli.failed.file", FileTrouble.file(file), FileTrouble.of(file));
            return FileTrouble.isOfPath(file) ? ExitStatus.USAGE : ExitStatus.FAILED;
        }
        if (cause instanceof IOException io) {
            session.complain("cli.failed.io", FileTrouble.of(io));
        } else {
            session.complain("cli.failed", String.valueOf(cause));
        }
        return ExitStatus.FAILED;
    }
}
