package org.greenaudit.job;

import java.io.IOException;
import org.greenaudit.source.BlockReader;
import org.greenaudit.source.Partition;
import org.greenaudit.source.SourcePlan;

/** Where the purchases of an audit come from. */
public interface PurchaseSource {

    /**
     * Reads the sources once: counts, hashes, cuts them into partitions and finds duplicates.
     *
     * @throws org.greenaudit.source.InputException when a source cannot be read at all
     */
    SourcePlan plan();

    /**
     * Opens a partition; safe for several threads, each with its own partition.
     *
     * @param blockLines rows in a block
     * @throws IOException when the disk fails
     */
    BlockReader open(SourcePlan plan, Partition partition, int blockLines) throws IOException;
}
