package org.greenaudit.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.job.config.AuditRequest;
import org.greenaudit.job.config.JobConfigLoader;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.job.config.SourceFactory;
import org.greenaudit.source.PurchaseSource;

/** What commands need of a job besides running it. */
final class Jobs {

    /** The job that runs without any argument. */
    static final Path SAMPLE = Path.of("jobs", "sample.yaml");

    /** The job for {@code --input} without {@code --job}: never the sample's, whose certificates are invented. */
    private static final Path NIGHTLY = Path.of("jobs", "nightly-audit.yaml");

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** How long a lost connection to the purchases' server is tried again. */
    private static final long RETRY_SECONDS = 60;

    private Jobs() {}

    /** The job file asked for, or the one to use where none is named. */
    static Path file(Optional<Path> asked, List<Path> inputs) {
        return asked.orElse(inputs.isEmpty() ? SAMPLE : NIGHTLY);
    }

    /**
     * The settings that an audit of this request would have.
     *
     * @throws org.greenaudit.job.config.ConfigException when there can be none
     */
    static RunSettings settings(AuditRequest request) {
        return RunSettings.of(JobConfigLoader.load(request.jobFile()), request, LocalDate.now(ZONE));
    }

    /** The source that such an audit would read. */
    static PurchaseSource source(RunSettings settings, CatalogSnapshot catalog) {
        return new SourceFactory(RETRY_SECONDS).of(settings, catalog);
    }
}
