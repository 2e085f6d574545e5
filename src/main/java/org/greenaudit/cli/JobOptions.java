package org.greenaudit.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.greenaudit.job.AuditConfiguration;
import org.greenaudit.job.config.AuditRequest;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.store.RunRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What says which purchases are judged, by which catalogs, as of when. */
final class JobOptions {

    /** The job that runs without any argument. */
    static final Path SAMPLE = Path.of("jobs", "sample.yaml");

    /** The job for {@code --input} without {@code --job}: never the sample's, whose certificates are invented. */
    private static final Path NIGHTLY = Path.of("jobs", "nightly-audit.yaml");

    @Option(names = "--job", paramLabel = "FILE")
    private @Nullable Path job;

    @Option(names = "--name", paramLabel = "NAME")
    private @Nullable String name;

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

    /**
     * The settings of an audit of which nothing but this is decided on the command line.
     *
     * @throws org.greenaudit.settings.ConfigException when there can be none
     */
    RunSettings settings(Optional<Locale> locale) {
        return settings(Optional.empty(), locale, false, false);
    }

    /**
     * The settings of the audit asked for.
     *
     * @throws org.greenaudit.settings.ConfigException when there can be none
     */
    RunSettings settings(Optional<Path> out, Optional<Locale> locale, boolean allVerdicts, boolean rerun) {
        return of(new AuditRequest(
                file(),
                Optional.ofNullable(name),
                inputs,
                Optional.ofNullable(date),
                Optional.ofNullable(from),
                Optional.ofNullable(to),
                catalogs,
                out,
                locale,
                allVerdicts,
                rerun));
    }

    /**
     * The settings with the audit date and the window of a run, whatever was asked for.
     *
     * @throws org.greenaudit.settings.ConfigException when there can be none
     */
    RunSettings settings(RunRecord run, Optional<Locale> locale) {
        return of(new AuditRequest(
                file(),
                Optional.ofNullable(name),
                inputs,
                Optional.of(run.auditDate()),
                Optional.of(run.from()),
                Optional.of(run.to()),
                catalogs,
                Optional.empty(),
                locale,
                false,
                false));
    }

    private Path file() {
        return Optional.ofNullable(job).orElse(inputs.isEmpty() ? SAMPLE : NIGHTLY);
    }

    private static RunSettings of(AuditRequest request) {
        return RunSettings.of(request, LocalDate.now(AuditConfiguration.ZONE));
    }
}
