package org.greenaudit.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.List;
import org.greenaudit.catalog.CatalogException;
import org.greenaudit.job.config.ConfigException;
import org.greenaudit.message.FileTrouble;
import org.greenaudit.source.InputException;
import org.greenaudit.source.SourceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns exceptions into words: what the user can mend is named, everything else goes to the log. */
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

    /** Prints what went wrong; returns the exit status. */
    int report(Exception failure) {
        if (failure instanceof ConfigException config) {
            session.complain(config.problems());
            return ExitStatus.USAGE;
        }
        if (failure instanceof CatalogException catalogs) {
            ProblemLines lines = new ProblemLines(session);
            catalogs.problems().forEach(lines::print);
            catalogs.warnings().forEach(lines::printWarning);
            session.complain("cli.catalogs.bad", catalogs.count());
            return ExitStatus.USAGE;
        }
        if (failure instanceof InputException input) {
            session.output().err().println(session.messages().render(input.text()));
            return ExitStatus.USAGE;
        }
        if (failure instanceof SourceException source) {
            session.complain(List.of(source.text()));
            return ExitStatus.FAILED;
        }
        Throwable cause = failure instanceof UncheckedIOException ? failure.getCause() : failure;
        LOG.debug("command failed", failure);
        if (cause instanceof FileSystemException file) {
            session.complain("cli.failed.file", FileTrouble.file(file), FileTrouble.of(file));
        } else {
            session.complain(cause instanceof IOException ? "cli.failed.io" : "cli.failed", String.valueOf(cause));
        }
        return ExitStatus.FAILED;
    }
}
