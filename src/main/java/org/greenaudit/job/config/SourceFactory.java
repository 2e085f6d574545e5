package org.greenaudit.job.config;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.greenaudit.message.Text;
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
     * @param headerAliases known feed headers, from the catalogs
     * @throws ConfigException when the environment does not say what the job file leaves to it
     */
    public PurchaseSource of(RunSettings settings, Map<String, String> headerAliases) {
        return settings.source() instanceof JobConfig.Table table
                ? table(settings, table, headerAliases)
                : files(settings, (JobConfig.Files) settings.source(), headerAliases);
    }

    private static PurchaseSource files(
            RunSettings settings, JobConfig.Files source, Map<String, String> headerAliases) {
        CsvSource files = new CsvSource(new CsvSettings(
                source.files(),
                source.charset(),
                source.delimiter(),
                source.columns(),
                source.constants(),
                source.amountUnit(),
                headerAliases,
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

    private PurchaseSource table(RunSettings settings, JobConfig.Table source, Map<String, String> headerAliases) {
        MysqlSource table = new MysqlSource(
                new MysqlSettings(
                        server(settings, source),
                        source.relation(),
                        source.name(),
                        source.key(),
                        source.columns(),
                        source.constants(),
                        source.amountUnit(),
                        headerAliases,
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
