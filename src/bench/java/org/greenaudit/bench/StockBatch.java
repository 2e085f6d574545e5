package org.greenaudit.bench;

import java.io.BufferedReader;
import java.io.IOException;
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
import org.springframework.batch.infrastructure.item.file.FlatFileItemReader;
import org.springframework.batch.infrastructure.item.file.builder.FlatFileItemReaderBuilder;
import org.springframework.batch.infrastructure.item.file.transform.FieldSet;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.FileSystemResource;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The audit as the guides of Spring Batch would write it: one thread, one line an item, {@code FlatFileItemReader},
 * {@code JdbcBatchItemWriter}, default settings. It calls the same parser, classifier and judge and writes no reports.
 * Rows of several lines it does not read, as that reader does not by default: a few in a thousand.
 */
@EnableAutoConfiguration
public class StockBatch {

    /** Lines of a transaction, as in the guides. */
    private static final int CHUNK = 100;

    /** Audits: folder of the catalogs, folder with a registry, feed. The database is made in the working folder. */
    public static void main(String[] args) throws Exception {
        // by this name the program's own settings are not found
        String noneOfTheProgram = "--spring.config.name=stock";
        try (ConfigurableApplicationContext context = SpringApplication.run(
                StockBatch.class,
                noneOfTheProgram,
                "--spring.datasource.url=jdbc:h2:file:./stock",
                "--spring.batch.jdbc.initialize-schema=always",
                "--spring.batch.job.enabled=false",
                "--spring.flyway.enabled=false")) {
            CatalogSnapshot catalog =
                    CatalogLoader.load(List.of(Path.of(args[0]), Path.of(args[1])), FeedColumn.headers());
            Path feed = Path.of(args[2]);
            Job job = job(context, file(feed), new StockJudge(catalog, header(feed)));
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

    private static List<String> header(Path feed) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(feed)) {
            return List.of(lines.readLine().split(",", -1));
        }
    }

    private static FlatFileItemReader<FeedRow> file(Path feed) throws IOException {
        return new FlatFileItemReaderBuilder<FeedRow>()
                .name("feed")
                .resource(new FileSystemResource(feed))
                .encoding("UTF-8")
                .linesToSkip(1)
                .delimited()
                .strict(false)
                .names(header(feed).toArray(String[]::new))
                .fieldSetMapper(Cells::new)
                .build();
    }

    private record Cells(FieldSet fields) implements FeedRow {

        @Override
        public int cells() {
            return fields.getFieldCount();
        }

        @Override
        public String cell(int index) {
            return index < cells() ? fields.readRawString(index) : "";
        }
    }
}
