package org.greenaudit.source;

import java.io.IOException;
import java.sql.SQLException;

/**
 * A table, view or query of a MySQL or MariaDB server as a source of purchases: {@link #plan()} goes through its keys once
 * and cuts them into ranges, {@link #open} reads one range on a connection of its own. The ranges cannot share a snapshot;
 * instead each one is compared, when it has been read, with what the plan saw of it, by rows and by a checksum of their
 * content, and a difference fails the run. Rows that arrive behind the last key are left to the next audit. Safe for
 * several threads.
 */
public final class MysqlSource {

    private final MysqlSettings settings;

    /** The source that a job's settings describe. */
    public MysqlSource(MysqlSettings settings) {
        this.settings = settings;
    }

    /**
     * Goes through the keys in one snapshot.
     *
     * @throws InputException when the login, the table, a column, the key or a right is not as it must be
     * @throws SourceException when the server cannot be reached or fails
     */
    public SourcePlan plan() {
        try {
            return TablePlanner.plan(settings);
        } catch (SQLException e) {
            throw SqlFailure.of(settings, e);
        }
    }

    /**
     * Opens a partition of a plan.
     *
     * @param plan the plan, of the same settings
     * @param partition one of its partitions
     * @param blockLines rows in a block, at least 1
     * @throws SourceException when the table is no longer what the plan describes, or the server fails
     */
    public BlockReader open(SourcePlan plan, Partition partition, int blockLines) throws IOException {
        SourcePlan.SourceFile planned = plan.files().get(partition.sourceNo());
        TableCursor cursor = new TableCursor(settings, planned, partition, new Reconnection());
        return new TableBlockReader(cursor, partition.number(), blockLines, Duplicates.of(plan, partition));
    }
}
