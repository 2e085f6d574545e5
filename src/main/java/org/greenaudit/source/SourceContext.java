package org.greenaudit.source;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.greenaudit.purchase.HeaderReader;

/**
 * What a source may know of the audit and of the machine beside its own settings.
 *
 * @param jobFile the job file, for messages
 * @param headers understands the headers, with the columns of the catalogs and the mapping of the job
 * @param from first contract date of the window
 * @param to last contract date of the window
 * @param partitionBytes the wanted size of a partition of a file, at least 1
 * @param partitionRows the wanted rows of a partition of a table, at least 1
 * @param environment the environment variables, for what a job file must not or need not say
 * @param spool a folder of this machine for what a source must keep while it is in use; it may not exist yet
 * @param retrySeconds how long a lost connection is tried again, 0 for not at all
 */
public record SourceContext(
        Path jobFile,
        HeaderReader headers,
        LocalDate from,
        LocalDate to,
        long partitionBytes,
        int partitionRows,
        Function<String, Optional<String>> environment,
        Path spool,
        long retrySeconds) {}
