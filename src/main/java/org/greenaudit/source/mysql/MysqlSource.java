package org.greenaudit.source.mysql;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.greenaudit.source.BlockReader;
import org.greenaudit.source.DuplicateFilter;
import org.greenaudit.source.Partition;
import org.greenaudit.source.PurchaseSource;
import org.greenaudit.source.SourcePlan;

/**
 * A table, view or query of a MySQL or MariaDB server as a source of purchases: {@link #plan()} goes through its keys once
 * and cuts them into ranges, {@link #open} reads one range on a connection of its own. The ranges cannot share a snapshot;
 * instead each one is compared, when it has been read, with what the plan saw of it, by rows and by a checksum of their
 * content, and a difference fails the run. Rows that arrive behind the last key are left to the next audit. Safe for
 * several threads.
 */
final class MysqlSource implements PurchaseSource {

    private final MysqlTable table;
    private volatile boolean answered;

    /** The table as a source. */
    MysqlSource(MysqlTable table) {
        this.table = table;
    }

    /**
     * Goes through the keys in one snapshot; when the connection is lost meanwhile, in another one.
     *
     * @throws InputException when the login, the table, a column, the key or a right is not as it must be
     * @throws SourceException when the server cannot be reached or fails
     */
    @Override
    public SourcePlan plan() {
        try {
            if (!answered) {
                // a server that was never there is reported at once
                table.server().connect().close();
                answered = true;
            }
            return reconnection().persist(() -> TablePlanner.plan(table));
        } catch (SQLException e) {
            throw SqlFailure.of(table, e);
        } catch (InterruptedIOException e) {
            throw new UncheckedIOException(e);
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
    @Override
    public BlockReader open(SourcePlan plan, Partition partition, int blockLines) throws IOException {
        SourcePlan.SourceFile planned = plan.files().get(partition.sourceNo());
        TableCursor cursor = new TableCursor(table, planned, partition, reconnection());
        return new TableBlockReader(cursor, partition.number(), blockLines, DuplicateFilter.of(plan, partition));
    }

    private Reconnection reconnection() {
        return new Reconnection(table.context().retrySeconds());
    }
}
