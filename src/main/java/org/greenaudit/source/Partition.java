package org.greenaudit.source;

import java.util.Optional;

/**
 * A part of a source that is read on its own: a byte range of a file, cut at record ends, or a key range of a table.
 *
 * @param number the partition's number in the run, from 0, in source order
 * @param sourceNo the source's number
 * @param from first byte; in a table the rows before the partition
 * @param to one past the last byte; in a table the rows up to the partition's last
 * @param firstLine the line number on which the first record starts; in a table the first row's number
 * @param checksum that of its content when the run was planned, as its kind of source forms it and compares it when it reads;
 *     0 where it compares in another way
 * @param keys the key range of a table; empty for a file
 */
public record Partition(
        int number, int sourceNo, long from, long to, long firstLine, long checksum, Optional<KeyRange> keys) {

    /** A byte range of a file. */
    public Partition(int number, int sourceNo, long from, long to, long firstLine, long checksum) {
        this(number, sourceNo, from, to, firstLine, checksum, Optional.empty());
    }

    /** The same partition under another number. */
    public Partition numbered(int other) {
        return new Partition(other, sourceNo, from, to, firstLine, checksum, keys);
    }
}
