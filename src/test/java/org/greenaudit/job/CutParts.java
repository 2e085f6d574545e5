package org.greenaudit.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.greenaudit.catalog.CatalogProblem;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.job.config.SourceFactory;
import org.greenaudit.job.step.AuditComponents;
import org.greenaudit.purchase.FeedColumns;
import org.greenaudit.purchase.OrderWords;
import org.greenaudit.purchase.RegionCodes;
import org.greenaudit.source.BlockReader;
import org.greenaudit.source.Partition;
import org.greenaudit.source.PurchaseSource;
import org.greenaudit.source.SourceContent;
import org.greenaudit.source.SourcePlan;
import org.greenaudit.source.csv.CsvSettings;
import org.greenaudit.source.csv.CsvSource;

/** The program's own parts, with sources cut into as many partitions as a test wants. */
final class CutParts implements AuditComponents {

    /** Where workbooks lie while they are read. */
    static final Path SPOOL = Path.of("target", "spools");

    private static final Path PROJECT = Path.of("").toAbsolutePath();

    private final SourceFactory sources = new SourceFactory(SPOOL, 0);

    /** What the catalogs of this project are, which no test changes, with their warnings. */
    private final Map<List<Path>, Loaded> shipped = new ConcurrentHashMap<>();

    private record Loaded(CatalogSnapshot catalog, List<CatalogProblem> warnings) {}

    /** The wanted number of partitions; 0 leaves it to the job. */
    volatile int partitions;

    /** The number of partitions of the last plan. */
    volatile int planned;

    @Override
    public CatalogSnapshot catalog(List<Path> directories, Consumer<CatalogProblem> warnings) {
        if (!directories.stream().allMatch(folder -> folder.normalize().startsWith(PROJECT))) {
            return AuditComponents.super.catalog(directories, warnings);
        }
        Loaded loaded = shipped.computeIfAbsent(List.copyOf(directories), folders -> {
            List<CatalogProblem> told = new ArrayList<>();
            return new Loaded(AuditComponents.super.catalog(folders, told::add), told);
        });
        loaded.warnings().forEach(warnings);
        return loaded.catalog();
    }

    @Override
    public PurchaseSource source(RunSettings settings, CatalogSnapshot catalog) {
        PurchaseSource whole = sources.of(settings, catalog);
        if (partitions == 0) {
            return whole;
        }
        long bytes =
                whole.plan().contents().stream().mapToLong(SourceContent::bytes).sum();
        FeedColumns columns = FeedColumns.of(
                catalog.certificateColumns(),
                catalog.headerAliases(),
                RegionCodes.Naming.NONE,
                new OrderWords(catalog.orderWords()));
        CsvSource cut = new CsvSource(
                (CsvSettings) settings.source(),
                settings.source().mapping().headers(columns),
                (bytes + partitions - 1) / partitions,
                SPOOL);
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
}
