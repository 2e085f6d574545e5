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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What says which purchases are judged, by which catalogs, as of when. */
final class JobOptions {

    /** The job for {@code --input} or {@code --name} without {@code --job}: never the sample's, whose certificates are invented. */
    private static final Path NIGHTLY = Path.of("jobs", "nightly-audit.yaml");

    /** What says of which job something is asked, and by which catalogs. */
    static final class Choice {

        /** The job that runs without any argument. */
        static final Path SAMPLE = Path.of("jobs", "sample.yaml");

        @Option(names = "--job", paramLabel = "FILE")
        private @Nullable Path job;

        @Option(names = "--name", paramLabel = "NAME")
        private @Nullable String name;

        @Option(names = "--catalogs", paramLabel = "DIR")
        private List<Path> catalogs = new ArrayList<>();

        /** The job file; the other one where none is chosen. */
        Path fileOr(Path other) {
            return Optional.ofNullable(job).orElse(other);
        }

        /** The name that stands for the job's own. */
        Optional<String> name() {
            return Optional.ofNullable(name);
        }

        /** The folders that stand for the job's own. */
        List<Path> catalogs() {
            return catalogs;
        }

        /**
         * The job's settings, of which nothing but this is decided on the command line.
         *
         * @throws org.greenaudit.settings.ConfigException when there can be none
         */
        RunSettings settings(Optional<Locale> locale) {
            return of(new AuditRequest(
                    fileOr(name == null ? SAMPLE : NIGHTLY),
                    name(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    catalogs,
                    Optional.empty(),
                    locale,
                    false,
                    false));
        }
    }

    @Mixin
    private Choice choice = new Choice();

    @Option(names = "--input", paramLabel = "FILE", arity = "1..*")
    private List<Path> inputs = new ArrayList<>();

    @Option(names = "--date", paramLabel = "YYYY-MM-DD")
    private @Nullable LocalDate date;

    @Option(names = "--from", paramLabel = "YYYY-MM-DD")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "YYYY-MM-DD")
    private @Nullable LocalDate to;

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
                choice.name(),
                inputs,
                Optional.ofNullable(date),
                Optional.ofNullable(from),
                Optional.ofNullable(to),
                choice.catalogs(),
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
                choice.name(),
                inputs,
                Optional.of(run.auditDate()),
                Optional.of(run.from()),
                Optional.of(run.to()),
                choice.catalogs(),
                Optional.empty(),
                locale,
                false,
                false));
    }

    private Path file() {
        return choice.fileOr(inputs.isEmpty() ? Choice.SAMPLE : NIGHTLY);
    }

    /** The settings of a request made today. */
    static RunSettings of(AuditRequest request) {
        return RunSettings.of(request, LocalDate.now(AuditConfiguration.ZONE));
    }
}
