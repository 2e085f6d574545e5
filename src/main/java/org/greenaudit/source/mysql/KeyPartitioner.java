package org.greenaudit.source.mysql;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.greenaudit.source.KeyRange;
import org.greenaudit.source.Partition;
import org.greenaudit.text.Sha256;

/** Cuts the rows of a table into key ranges of the wanted number of rows, and fingerprints them. */
final class KeyPartitioner {

    private final long wantedRows;
    private final List<Partition> partitions = new ArrayList<>();
    private final Sha256 sha = new Sha256();
    private final ByteBuffer crc = ByteBuffer.allocate(Long.BYTES);
    private Optional<String> after = Optional.empty();
    private String last = "";
    private long from;
    private long firstLine;
    private long checksum;
    private long rows;

    KeyPartitioner(long wantedRows) {
        this.wantedRows = Math.max(1, wantedRows);
    }

    /** Takes the next row in key order: its key, its number and its CRC-32. */
    void row(String key, long line, long crc32) {
        if (rows - from == wantedRows) {
            cut();
        }
        if (rows == from) {
            firstLine = line;
        }
        last = key;
        checksum += crc32;
        rows++;
        sha.add(key).add(crc.putLong(0, crc32).array());
    }

    /** The rows taken. */
    long rows() {
        return rows;
    }

    /** The SHA-256 over keys and checksums of all rows in key order, hex. */
    String sha256() {
        return sha.hex();
    }

    /** The partitions; none when there is no row. */
    List<Partition> end() {
        if (rows > from) {
            cut();
        }
        return List.copyOf(partitions);
    }

    private void cut() {
        KeyRange keys = new KeyRange(after, last);
        partitions.add(new Partition(partitions.size(), 0, from, rows, firstLine, checksum, Optional.of(keys)));
        after = Optional.of(last);
        from = rows;
        checksum = 0;
    }
}
