package org.greenaudit.store;

import org.greenaudit.source.Partition;

/**
 * A partition of a run: a row of {@code audit_partition}.
 *
 * @param partition the part of the source
 * @param status how it stands
 * @param rows rows read so far
 */
public record PartitionState(Partition partition, Status status, long rows) {

    /** How a partition stands. */
    public enum Status {
        /** Not begun. */
        WAITING,
        /** Begun; its rows are incomplete until it is done, and it is redone whole. */
        STARTED,
        /** Whole: every verdict and its counts are stored. */
        DONE
    }
}
