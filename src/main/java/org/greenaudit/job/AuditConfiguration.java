package org.greenaudit.job;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import javax.sql.DataSource;
import org.greenaudit.job.config.SourceFactory;
import org.greenaudit.job.step.AuditComponents;
import org.greenaudit.job.step.NightlyJob;
import org.greenaudit.job.step.Publication;
import org.greenaudit.metrics.MetricsConfiguration;
import org.greenaudit.metrics.MetricsPublisher;
import org.greenaudit.metrics.MetricsSettings;
import org.greenaudit.store.StoreConfiguration;
import org.greenaudit.store.Stores;
import org.greenaudit.store.database.EmbeddedDatabase;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;

/** Everything an audit needs: the database, Spring Batch, and the program's own parts. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration(BatchJdbcAutoConfiguration.class)
@Import({StoreConfiguration.class, MetricsConfiguration.class})
public class AuditConfiguration {

    /** The zone in which “today” is read. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Where files of the program's own lie: the embedded database, and the sheets of workbooks during an audit. */
    static final String DATA = "greenaudit.data-dir";

    /** How long a lost database is waited for: that of the results as well as that of the purchases. */
    static final String RETRY_SECONDS = "greenaudit.database.retry-seconds";

    /** The only clock of the program below the command line. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.system(ZONE);
    }

    /** Catalogs, source, judgement and report. */
    @Bean
    @ConditionalOnMissingBean
    AuditComponents auditComponents(
            @Value("${" + DATA + "}") Path data, @Value("${" + RETRY_SECONDS + "}") long retrySeconds) {
        SourceFactory sources = new SourceFactory(data, retrySeconds);
        return sources::of;
    }

    /** The audit this process is running. */
    @Bean
    RunningAudit runningAudit(JobOperator operator, JobRepository repository) {
        return new RunningAudit(operator, repository);
    }

    /** Runs audits. */
    @Bean
    AuditService auditService(
            Stores stores,
            AuditComponents components,
            MetricsSettings metrics,
            MetricsPublisher publisher,
            JobRepository repository,
            JobOperator operator,
            PlatformTransactionManager transactions,
            DataSource dataSource,
            RunningAudit running,
            Clock clock,
            ObjectProvider<EmbeddedDatabase> embedded,
            @Value("${" + DATA + "}") Path data,
            @Value("${" + RETRY_SECONDS + "}") long retrySeconds) {
        Publication publication = new Publication(stores, metrics, publisher, repository, clock);
        ConnectionPool pool = new ConnectionPool(dataSource);
        NightlyJob jobs = new NightlyJob(stores, components, publication, repository, transactions, data, clock);
        RunExecutor executor = new RunExecutor(
                stores,
                components,
                new RunStarter(stores, clock),
                new JobLaunch(stores, jobs, repository, operator, running, pool, publisher, clock),
                publication);
        return new AuditService(
                stores.runs().database(),
                executor,
                new JobLockGuard(stores.locks(), running, clock),
                running,
                new DatabaseRecovery(
                        dataSource,
                        pool,
                        running,
                        () -> Optional.ofNullable(embedded.getIfAvailable()).flatMap(EmbeddedDatabase::trouble),
                        retrySeconds),
                metrics,
                publication,
                clock);
    }
}
