package org.greenaudit.job.config;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.Column;
import org.greenaudit.purchase.FeedColumns;
import org.greenaudit.purchase.HeaderReader;
import org.greenaudit.source.BlockReader;
import org.greenaudit.source.Partition;
import org.greenaudit.source.PurchaseSource;
import org.greenaudit.source.SourcePlan;
import org.greenaudit.source.csv.CsvSettings;
import org.greenaudit.source.csv.CsvSource;
import org.greenaudit.source.mysql.MysqlServer;
import org.greenaudit.source.mysql.MysqlSettings;
import org.greenaudit.source.mysql.MysqlSource;
import org.greenaudit.source.mysql.MysqlUrl;
import org.greenaudit.store.database.Secret;

/** Makes the source that a job asks for. What a job file must not or need not say of a server is in the environment. */
public final class SourceFactory {

    private static final String URL = "GREENAUDIT_SOURCE_URL";
    private static final String USER = "GREENAUDIT_SOURCE_USER";

    private final Function<String, Optional<String>> environment;
    private final long retrySeconds;

    /**
     * A factory with the environment of the process.
     *
     * @param retrySeconds how long a lost connection to a server is tried again, 0 for not at all
     */
    public SourceFactory(long retrySeconds) {
        this(name -> Optional.ofNullable(System.getenv(name)), retrySeconds);
    }

    /** A factory with an environment. */
    public SourceFactory(Function<String, Optional<String>> environment, long retrySeconds) {
        this.environment = environment;
        this.retrySeconds = retrySeconds;
    }

    /**
     * The source of an audit; nothing is opened yet.
     *
     * @param catalog has the certificate columns and the known headers of feeds
     * @throws ConfigException when the job file names a column that the catalogs do not have, or the environment does not
     *     say what the job file leaves to it
     */
    public PurchaseSource of(RunSettings settings, CatalogSnapshot catalog) {
        HeaderReader headers = headers(settings, catalog);
        return settings.source() instanceof JobConfig.Table table
                ? table(settings, table, headers)
                : files(settings, (JobConfig.Files) settings.source(), headers);
    }

    private static HeaderReader headers(RunSettings settings, CatalogSnapshot catalog) {
        FeedColumns columns = FeedColumns.of(catalog.certificateColumns(), catalog.headerAliases());
        JobConfig.Source source = settings.source();
        List<Text> problems = new ArrayList<>();
        Map<Column, String> mapping = byColumn(source.columns(), columns, problems, "source.columns", settings);
        Map<Column, String> constants = byColumn(source.constants(), columns, problems, "source.constants", settings);
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return new HeaderReader(columns, mapping, constants, source.amountUnit());
    }

    private static Map<Column, String> byColumn(
            Map<String, String> byHeader, FeedColumns columns, List<Text> problems, String key, RunSettings settings) {
        Map<Column, String> byColumn = new HashMap<>();
        byHeader.forEach((header, text) -> columns.ofHeader(header)
                .ifPresentOrElse(
                        column -> byColumn.put(column, text),
                        () -> problems.add(Text.of(
                                "config.certificate-column",
                                settings.job().file().toString(),
                                key,
                                header,
                                String.join(
                                        ", ",
                                        columns.citations().stream()
                                                .map(Column::header)
                                                .toList())))));
        return byColumn;
    }

    private static PurchaseSource files(RunSettings settings, JobConfig.Files source, HeaderReader headers) {
        CsvSource files = new CsvSource(new CsvSettings(
                source.files(),
                source.charset(),
                source.delimiter(),
                headers,
                (long) settings.job().run().partitionMegabytes() << 20,
                0));
        return new PurchaseSource() {
            @Override
            public SourcePlan plan() {
                return files.plan();
            }

            @Override
            public BlockReader open(SourcePlan plan, Partition partition, int blockLines) throws IOException {
                return files.open(plan, partition, blockLines);
            }
        };
    }

    private PurchaseSource table(RunSettings settings, JobConfig.Table source, HeaderReader headers) {
        MysqlSource table = new MysqlSource(
                new MysqlSettings(
                        server(settings, source),
                        source.relation(),
                        source.name(),
                        source.key(),
                        headers,
                        settings.from(),
                        settings.to(),
                        settings.job().run().partitionRows()),
                retrySeconds);
        return new PurchaseSource() {
            @Override
            public SourcePlan plan() {
                return table.plan();
            }

            @Override
            public BlockReader open(SourcePlan plan, Partition partition, int blockLines) throws IOException {
                return table.open(plan, partition, blockLines);
            }
        };
    }

    private MysqlServer server(RunSettings settings, JobConfig.Table source) {
        List<Text> problems = new ArrayList<>();
        String file = settings.job().file().toString();
        String url = environment.apply(URL).orElse(source.url());
        if (url.isEmpty()) {
            problems.add(Text.of("config.source-missing", file, "source.url", URL));
        } else {
            MysqlUrl.flaw(url).ifPresent(flaw -> problems.add(Text.of("config.url." + flaw.id(), file, URL)));
        }
        String user = environment.apply(USER).orElse(source.user());
        if (user.isEmpty()) {
            problems.add(Text.of("config.source-missing", file, "source.user", USER));
        }
        Secret password = Secret.in(environment, source.passwordVariable());
        password.problem().ifPresent(problems::add);
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return new MysqlServer(url, user, password.value());
    }
}
