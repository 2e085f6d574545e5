package org.greenaudit.job;

import java.io.IOException;
import java.util.Map;
import org.greenaudit.source.BlockReader;
import org.greenaudit.source.CsvSettings;
import org.greenaudit.source.CsvSource;
import org.greenaudit.source.Partition;
import org.greenaudit.source.SourcePlan;

/** Makes the source that a job asks for. */
final class SourceFactory {

    private SourceFactory() {}

    /**
     * The source of an audit.
     *
     * @param headerAliases known feed headers, from the catalogs
     */
    static PurchaseSource of(RunSettings settings, Map<String, String> headerAliases) {
        JobConfig.Source source = settings.job().source();
        CsvSettings csv = new CsvSettings(
                settings.files(),
                source.charset(),
                source.delimiter(),
                source.columns(),
                source.constants(),
                source.amountUnit(),
                headerAliases,
                (long) settings.job().run().partitionMegabytes() << 20,
                0);
        CsvSource files = new CsvSource(csv);
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
}
