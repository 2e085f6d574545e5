package org.greenaudit.job;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.job.config.SourceFactory;
import org.greenaudit.message.Causes;
import org.greenaudit.message.ExplainedException;
import org.greenaudit.message.Text;
import org.greenaudit.message.UsageException;
import org.greenaudit.metrics.MetricsConfiguration;
import org.greenaudit.metrics.MetricsPublisher;
import org.greenaudit.store.StoreConfiguration;
import org.greenaudit.store.Stores;
import org.greenaudit.store.database.ConnectionLoss;
import org.greenaudit.store.database.DatabaseCheck;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;

/**
 * The application context of audits, for commands that need one. Ending the process (Ctrl-C, SIGTERM) while an audit runs
 * stops it at the end of a block.
 */
public final class AuditRuntime implements AutoCloseable {

    /** The context could not be started; the log has the details. */
    public static final class StartException extends ExplainedException {

        private static final long serialVersionUID = 1L;

        private final boolean answered;

        private StartException(Text text, Throwable cause, boolean answered) {
            super(text, cause);
            this.answered = answered;
        }

        /** Whether the database is away, or takes no writes. */
        boolean isOfDatabase() {
            return ConnectionLoss.in(this);
        }

        /** Whether that came after it had answered. */
        boolean isOutage() {
            return answered && isOfDatabase();
        }
    }

    /** The class of SQL states for an invalid authorization. */
    private static final String AUTHORIZATION = "28";

    private final ConfigurableApplicationContext context;

    private AuditRuntime(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts the context.
     *
     * @param configuration the configuration class: {@link AuditConfiguration} or one that includes it
     * @param properties further configuration, above the environment and -D properties; usually none
     * @throws StartException when the database cannot be opened
     * @throws UsageException when the environment does not make sense, or the database refuses its user
     */
    public static AuditRuntime start(Class<?> configuration, Map<String, Object> properties) {
        String[] arguments = properties.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .sorted()
                .toArray(String[]::new);
        FirstContact contact = new FirstContact();
        try {
            return new AuditRuntime(new SpringApplicationBuilder(configuration)
                    .initializers(context -> context.getBeanFactory().addBeanPostProcessor(contact))
                    .run(arguments));
        } catch (UsageException e) {
            // from the environment: what a bean throws comes wrapped
            throw e;
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(AuditRuntime.class).error("the program cannot start", e);
            if (staysWrong(e)) {
                throw new UsageException(FailureText.of(e));
            }
            throw new StartException(FailureText.of(e), e, contact.made());
        }
    }

    /**
     * Whether the same start can only fail again: the database's folder is none, or the database knows no such user or another
     * password, where trying again can lock the account.
     */
    private static boolean staysWrong(Throwable failure) {
        return Causes.of(failure)
                .anyMatch(cause -> cause instanceof UsageException
                        || (cause instanceof SQLException sql
                                && sql.getSQLState() != null
                                && sql.getSQLState().startsWith(AUTHORIZATION)));
    }

    /**
     * Looks at the database that audits would use, without changing anything.
     *
     * @throws StartException when the database cannot be opened
     * @throws UsageException when the environment does not make sense
     */
    public static List<DatabaseCheck.Finding> checkDatabase() {
        try (AuditRuntime runtime = start(CheckConfiguration.class, Map.of())) {
            return runtime.context.getBean(DatabaseCheck.class).findings();
        }
    }

    /**
     * Publishes that an audit failed because this runtime could not be started; neither needs a database.
     *
     * @param took since the start
     * @return what could not be published, in words for people
     */
    public static List<Text> publishFailure(RunSettings settings, Duration took) {
        try (ConfigurableApplicationContext metrics = new SpringApplicationBuilder(MetricsConfiguration.class).run()) {
            return metrics.getBean(MetricsPublisher.class).failed(settings.job().name(), took);
        }
    }

    /**
     * Opens what earlier audits stored, without anything that an audit needs besides.
     *
     * @throws StartException when the database cannot be opened
     * @throws UsageException when the environment does not make sense, or the database refuses its user
     */
    public static AuditRuntime stored() {
        return start(StoreConfiguration.class, Map.of());
    }

    /** Makes the sources of audits, with the patience that the configuration of this machine sets. */
    public static SourceFactory sources() {
        return new SourceFactory(dataFolder(), retrySeconds());
    }

    /** What a failure of the database is called in front of people; empty where it is another's. */
    public static Optional<Text> databaseFailure(Throwable failure) {
        return FailureText.ofDatabase(failure);
    }

    /** Where the configuration of this machine puts the embedded database and temporary files. */
    static Path dataFolder() {
        return properties()
                .bind(AuditConfiguration.DATA, Path.class)
                .get()
                .toAbsolutePath()
                .normalize();
    }

    /** How long the configuration of this machine waits for a database that went away. */
    static long retrySeconds() {
        return properties().bind(AuditConfiguration.RETRY_SECONDS, Long.class).get();
    }

    private static Binder properties() {
        ConfigurableEnvironment environment = new StandardEnvironment();
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return Binder.get(environment);
    }

    /** A part of the configuration that was started. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Runs audits. */
    public AuditService audits() {
        return context.getBean(AuditService.class);
    }

    /** What the database holds. */
    public Stores stores() {
        return context.getBean(Stores.class);
    }

    @Override
    public void close() {
        context.close();
    }

    /** The database alone, as it stands: nothing is migrated. */
    @Configuration(proxyBeanMethods = false)
    @Import(StoreConfiguration.class)
    static class CheckConfiguration {

        @Bean
        FlywayMigrationStrategy notNow() {
            return flyway -> {};
        }

        @Bean
        DatabaseCheck databaseCheck(DataSource dataSource, Flyway flyway) {
            return new DatabaseCheck(dataSource, flyway);
        }
    }
}
