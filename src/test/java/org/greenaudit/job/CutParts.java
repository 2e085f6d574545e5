package org.greenaudit.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.job.config.JobConfig;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.job.config.SourceFactory;
import org.greenaudit.job.step.AuditComponents;
import org.greenaudit.job.step.DefaultComponents;
import org.greenaudit.purchase.FeedColumns;
import org.greenaudit.report.RunData;
import org.greenaudit.rules.LineEvaluator;
import org.greenaudit.source.BlockReader;
import org.greenaudit.source.Partition;
import org.greenaudit.source.PurchaseSource;
import org.greenaudit.source.SourcePlan;
import org.greenaudit.source.csv.CsvSettings;
import org.greenaudit.source.csv.CsvSource;

/** The program's own parts, with sources cut into as many partitions as a test wants. */
final class CutParts implements AuditComponents {

    private final AuditComponents standard = new DefaultComponents(new SourceFactory(0));

    /** The wanted number of partitions; 0 leaves it to the job. */
    volatile int partitions;

    /** The number of partitions of the last plan. */
    volatile int planned;

    @Override
    public CatalogSnapshot catalog(List<Path> directories) {
        return standard.catalog(directories);
    }

    @Override
    public PurchaseSource source(RunSettings settings, CatalogSnapshot catalog) {
        PurchaseSource whole = standard.source(settings, catalog);
        if (partitions == 0) {
            return whole;
        }
        FeedColumns columns = FeedColumns.of(catalog.certificateColumns(), catalog.headerAliases());
        CsvSource cut = new CsvSource(CsvSettings.of(((JobConfig.Files) settings.source()).files(), columns)
                .withPartitions(partitions));
        return new PurchaseSource() {
            @Override
            public SourcePlan plan() {
                SourcePlan plan = cut.plan();
                planned = plan.partitions().size();
                return plan;
            }

            @Override
            public BlockReader open(SourcePlan plan, Partition partition, int blockLines) throws IOException {
                return whole.open(plan, partition, blockLines);
            }
        };
    }

    @Override
    public LineEvaluator evaluator(RunSettings settings, CatalogSnapshot catalog) {
        return standard.evaluator(settings, catalog);
    }

    @Override
    public void report(RunData data, Locale locale, Path out) throws IOException {
        standard.report(data, locale, out);
    }
}
