package org.greenaudit.job.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.Column;
import org.greenaudit.purchase.FeedColumns;
import org.greenaudit.purchase.HeaderReader;
import org.greenaudit.settings.ConfigException;
import org.greenaudit.source.FeedMapping;
import org.greenaudit.source.PurchaseSource;
import org.greenaudit.source.SourceContext;

/** Opens the source that a job asks for, with the columns of its catalogs and the environment of the machine. */
public final class SourceFactory {

    private final Function<String, Optional<String>> environment;
    private final Path spool;
    private final long retrySeconds;

    /**
     * A factory with the environment of the process.
     *
     * @param spool a folder for what a source must keep while it is in use
     * @param retrySeconds how long a lost connection to a server is tried again, 0 for not at all
     */
    public SourceFactory(Path spool, long retrySeconds) {
        this(name -> Optional.ofNullable(System.getenv(name)), spool, retrySeconds);
    }

    /** A factory with an environment. */
    public SourceFactory(Function<String, Optional<String>> environment, Path spool, long retrySeconds) {
        this.environment = environment;
        this.spool = spool;
        this.retrySeconds = retrySeconds;
    }

    /**
     * The source of an audit; nothing is read or connected yet.
     *
     * @param catalog has the certificate columns and the known headers of feeds
     * @throws ConfigException when the job file names a column that the catalogs do not have, or the environment does not
     *     say what the job file leaves to it
     */
    public PurchaseSource of(RunSettings settings, CatalogSnapshot catalog) {
        JobConfig job = settings.job();
        return settings.source()
                .open(new SourceContext(
                        job.file(),
                        headers(settings, catalog),
                        settings.from(),
                        settings.to(),
                        (long) job.run().partitionMegabytes() << 20,
                        job.run().partitionRows(),
                        environment,
                        spool,
                        retrySeconds));
    }

    private static HeaderReader headers(RunSettings settings, CatalogSnapshot catalog) {
        FeedColumns columns = settings.columns(catalog);
        FeedMapping mapping = settings.source().mapping();
        List<Text> problems = new ArrayList<>();
        mapping.columns().keySet().forEach(header -> check(header, "source.columns", columns, settings, problems));
        mapping.constants().keySet().forEach(header -> check(header, "source.constants", columns, settings, problems));
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return mapping.headers(columns);
    }

    private static void check(
            String header, String key, FeedColumns columns, RunSettings settings, List<Text> problems) {
        if (columns.ofHeader(header).isEmpty()) {
            String known = columns.citations().stream().map(Column::header).collect(Collectors.joining(", "));
            problems.add(
                    Text.of("config.certificate-column", settings.job().file().toString(), key, header, known));
        }
    }
}
