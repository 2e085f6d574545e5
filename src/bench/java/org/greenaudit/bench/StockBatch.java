package org.greenaudit.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.load.CatalogLoader;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.FeedRow;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.artemis.autoconfigure.ArtemisAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The audit as the guides of Spring Batch would write it: one thread, one line an item, {@code FlatFileItemReader} or
 * {@code JdbcPagingItemReader}, {@code JdbcBatchItemWriter}, default settings. It calls the same parser, classifier and judge
 * and writes no reports.
 */
@EnableAutoConfiguration
public class StockBatch {

    /** Lines of a transaction, as in the guides. */
    static final int CHUNK = 100;

    /**
     * Audits: folder of the catalogs, folder with a registry, feed or table, the feed's columns. The settings
     * {@code stock.url}, {@code stock.user} and {@code stock.password} name the database.
     */
    public static void main(String[] args) throws Exception {
        // by this name the program's own settings are not found
        String noneOfTheProgram = "--spring.config.name=stock";
        try (ConfigurableApplicationContext context = SpringApplication.run(
                StockBatch.class,
                noneOfTheProgram,
                // of what the program has beside Spring Batch, a guide has nothing
                "--spring.main.web-application-type=none",
                "--spring.autoconfigure.exclude=" + ArtemisAutoConfiguration.class.getName(),
                "--spring.batch.jdbc.initialize-schema=always",
                "--spring.batch.job.enabled=false",
                "--spring.flyway.enabled=false")) {
            CatalogSnapshot catalog =
                    CatalogLoader.load(List.of(Path.of(args[0]), Path.of(args[1])), FeedColumn.headers());
            List<String> columns = List.of(args[3].split(",", -1));
            boolean table = !Files.exists(Path.of(args[2]));
            ItemReader<FeedRow> reader = table
                    ? StockReaders.table(context.getBean(DataSource.class), args[2], columns)
                    : StockReaders.file(Path.of(args[2]), columns);
            Job job = job(context, reader, new StockJudge(catalog, columns));
            ExitStatus status = context.getBean(JobOperator.class)
                    .start(job, new JobParameters())
                    .getExitStatus();
            if (!status.equals(ExitStatus.COMPLETED)) {
                throw new IllegalStateException(status.toString());
            }
        }
    }

    private static Job job(ConfigurableApplicationContext context, ItemReader<FeedRow> reader, StockJudge judge)
            throws Exception {
        JobRepository repository = context.getBean(JobRepository.class);
        return new JobBuilder("stock", repository)
                .start(new StepBuilder("judge", repository)
                        .<FeedRow, List<StockJudge.Stored>>chunk(CHUNK)
                        .transactionManager(context.getBean(PlatformTransactionManager.class))
                        .reader(reader)
                        .processor(judge)
                        .writer(StockVerdicts.writer(context.getBean(DataSource.class)))
                        .build())
                .build();
    }

    /** Named by settings of its own: those of Spring Boot the program would see, and add what it knows of drivers. */
    @Bean
    DataSource database(Environment settings) {
        return DataSourceBuilder.create()
                .url(settings.getRequiredProperty("stock.url"))
                .username(settings.getProperty("stock.user", ""))
                .password(settings.getProperty("stock.password", ""))
                .build();
    }
}
