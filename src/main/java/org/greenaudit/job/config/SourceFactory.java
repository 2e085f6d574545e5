package org.greenaudit.job.config;

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
import org.greenaudit.source.FeedMapping;
import org.greenaudit.source.PurchaseSource;
import org.greenaudit.source.csv.CsvSettings;
import org.greenaudit.source.csv.CsvSource;
import org.greenaudit.source.mysql.MysqlServer;
import org.greenaudit.source.mysql.MysqlSettings;
import org.greenaudit.source.mysql.MysqlSource;
import org.greenaudit.source.mysql.MysqlTable;
import org.greenaudit.source.mysql.MysqlUrl;
import org.greenaudit.store.database.Secret;

/** Makes the source that a job asks for. What a job file must not or need not say of a server is in the environment. */
public final class SourceFactory {

    private static final String URL = "GREENAUDIT_SOURCE_URL";
    private static final String USER = "GREENAUDIT_SOURCE_USER";

    /** The end of a variable's name that makes it name a file with the password. */
    private static final String IN_A_FILE = "_FILE";

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
        JobConfig.Run run = settings.job().run();
        if (settings.source() instanceof MysqlSettings table) {
            MysqlServer server = server(settings.job(), table);
            return new MysqlSource(
                    new MysqlTable(table, server, headers, settings.from(), settings.to(), run.partitionRows()),
                    retrySeconds);
        }
        return new CsvSource((CsvSettings) settings.source(), headers, (long) run.partitionMegabytes() << 20);
    }

    private static HeaderReader headers(RunSettings settings, CatalogSnapshot catalog) {
        FeedColumns columns = FeedColumns.of(catalog.certificateColumns(), catalog.headerAliases());
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

    private MysqlServer server(JobConfig job, MysqlSettings source) {
        List<Text> problems = new ArrayList<>();
        String file = job.file().toString();
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
        Secret password = password(source.passwordVariable());
        password.problem().ifPresent(problems::add);
        if (password.isMissing()) {
            String variable = source.passwordVariable();
            problems.add(Text.of("config.secret-missing", variable, variable + IN_A_FILE));
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return new MysqlServer(url, user, password.value());
    }

    private Secret password(String variable) {
        String fileVariable = variable + IN_A_FILE;
        return Secret.of(
                environment.apply(variable),
                environment.apply(fileVariable).filter(name -> !name.isBlank()),
                Text.of("config.secret-twice", variable, fileVariable),
                (file, reason) -> Text.of("config.secret-file", fileVariable, file, reason));
    }
}
