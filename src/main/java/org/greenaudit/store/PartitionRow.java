package org.greenaudit.store;

/**
 * A partition of a run: a row of {@code audit_partition}.
 *
 * @param number its number in the run, from 0, in source order
 * @param sourceNo its source
 * @param from first byte
 * @param to one past the last byte
 * @param firstLine the line on which its first record starts
 * @param status how it stands
 * @param rows rows read, once done
 */
public record PartitionRow(int number, int sourceNo, long from, long to, long firstLine, Status status, long rows) {

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
