package org.greenaudit.store;

import java.util.Optional;

/**
 * A partition of a run: a row of {@code audit_partition}.
 *
 * @param number its number in the run, from 0, in source order
 * @param sourceNo its source
 * @param from first byte, or rows of a table before it
 * @param to one past the last byte, or rows of a table up to its end
 * @param firstLine the line on which its first record starts
 * @param keys its key range in a table; empty for a file
 * @param status how it stands
 * @param rows rows read, once done
 */
public record PartitionRow(
        int number, int sourceNo, long from, long to, long firstLine, Optional<Keys> keys, Status status, long rows) {

    /**
     * The keys of a partition of a table.
     *
     * @param after the last key before it; empty for none
     * @param upTo its last key
     * @param checksum the sum of its rows' CRC-32
     */
    public record Keys(Optional<String> after, String upTo, long checksum) {}

    /** A partition of a file. */
    public PartitionRow(int number, int sourceNo, long from, long to, long firstLine, Status status, long rows) {
        this(number, sourceNo, from, to, firstLine, Optional.empty(), status, rows);
    }

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
