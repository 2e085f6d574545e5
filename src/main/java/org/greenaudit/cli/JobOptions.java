package org.greenaudit.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.greenaudit.job.config.AuditRequest;
import org.greenaudit.job.config.ProgressListener;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What says which purchases are judged, by which catalogs, as of when. */
final class JobOptions {

    @Option(names = "--job", paramLabel = "FILE")
    private @Nullable Path job;

    @Option(names = "--input", paramLabel = "FILE", arity = "1..*")
    private List<Path> inputs = new ArrayList<>();

    @Option(names = "--date", paramLabel = "YYYY-MM-DD")
    private @Nullable LocalDate date;

    @Option(names = "--from", paramLabel = "YYYY-MM-DD")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "YYYY-MM-DD")
    private @Nullable LocalDate to;

    @Option(names = "--catalogs", paramLabel = "DIR")
    private List<Path> catalogs = new ArrayList<>();

    /** The audit asked for, with nothing but this decided. */
    AuditRequest request(Optional<Locale> locale) {
        return request(Optional.empty(), locale, false, false, ProgressListener.NONE);
    }

    /** The audit asked for. */
    AuditRequest request(
            Optional<Path> out,
            Optional<Locale> locale,
            boolean allVerdicts,
            boolean rerun,
            ProgressListener progress) {
        return new AuditRequest(
                Jobs.file(Optional.ofNullable(job), inputs),
                inputs,
                Optional.ofNullable(date),
                Optional.ofNullable(from),
                Optional.ofNullable(to),
                catalogs,
                out,
                locale,
                allVerdicts,
                rerun,
                progress);
    }
}
