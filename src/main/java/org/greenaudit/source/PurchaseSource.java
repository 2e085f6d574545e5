package org.greenaudit.source;

import java.io.IOException;
import java.util.List;

/** Where the purchases of an audit come from. */
public interface PurchaseSource extends AutoCloseable {

    /**
     * Reads the sources once: counts, hashes, cuts them into partitions and finds duplicates.
     *
     * @throws org.greenaudit.purchase.InputException when a source cannot be read at all, until somebody mends it
     * @throws org.greenaudit.source.SourceException when a source cannot be read now
     */
    SourcePlan plan();

    /**
     * Whether it still holds what a plan noted, as far as this can be told without planning again. A source that cannot
     * tell, such as a table, says yes.
     *
     * @param contents what {@link SourcePlan#contents} was
     * @throws org.greenaudit.purchase.InputException when a source cannot be read at all
     */
    default boolean holds(List<SourceContent> contents) {
        return true;
    }

    /**
     * A plan that another machine made of the same source, with the places where this machine finds it.
     *
     * @throws org.greenaudit.purchase.InputException when it does not find it
     */
    default SourcePlan here(SourcePlan plan) {
        return plan;
    }

    /**
     * Opens a partition; safe for several threads, each with its own partition.
     *
     * @param blockLines rows in a block
     * @throws IOException when the disk fails
     * @throws org.greenaudit.source.SourceException when the source has changed since it was planned, or cannot be read
     */
    BlockReader open(SourcePlan plan, Partition partition, int blockLines) throws IOException;

    /** Removes what it kept on this machine; to be called when no partition of it is read any more. */
    @Override
    default void close() {
        // most sources keep nothing
    }
}
