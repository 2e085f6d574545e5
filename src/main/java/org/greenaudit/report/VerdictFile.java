package org.greenaudit.report;

import java.io.Closeable;
import java.io.IOException;
import org.greenaudit.store.RowSink;
import org.greenaudit.store.StoredVerdict;
import org.jspecify.annotations.Nullable;

/**
 * A file of verdicts, and for each region a file with the region's rows only. Rows arrive sorted by region, so that only
 * one regional file is open at a time, however many regions there are.
 */
final class VerdictFile implements RowSink<StoredVerdict>, Closeable {

    private final StagingFolder staging;
    private final ReportTable<StoredVerdict> table;
    private final String name;
    private final CsvFile<StoredVerdict> whole;
    private String regionFile = "";
    private @Nullable CsvFile<StoredVerdict> region;

    VerdictFile(StagingFolder staging, ReportTable<StoredVerdict> table, String name) throws IOException {
        this.staging = staging;
        this.table = table;
        this.name = name;
        this.whole = staging.csv(name, table);
    }

    @Override
    public void accept(StoredVerdict row) throws IOException {
        whole.write(row);
        String file = StagingFolder.ofRegion(row.regionCode()) + name;
        if (region == null || !file.equals(regionFile)) {
            closeRegion();
            region = staging.csv(file, table);
            regionFile = file;
        }
        region.write(row);
    }

    @Override
    public void close() throws IOException {
        try (whole) {
            closeRegion();
        }
    }

    private void closeRegion() throws IOException {
        if (region != null) {
            region.close();
        }
    }
}
