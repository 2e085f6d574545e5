package org.greenaudit.source;

import java.util.ArrayList;
import java.util.List;

/** Cuts a file into partitions at row starts, each of the wanted size or a little more. */
public final class BytePartitioner {

    private final int sourceNo;
    private final long wantedBytes;
    private final List<Partition> partitions = new ArrayList<>();
    private long from = -1;
    private long firstLine;
    private long rows;

    /** Cuts of a source. */
    public BytePartitioner(int sourceNo, long wantedBytes) {
        this.sourceNo = sourceNo;
        this.wantedBytes = Math.max(1, wantedBytes);
    }

    /** Takes the next row's place. */
    public void row(long position, long line) {
        if (from < 0) {
            from = position;
            firstLine = line;
        } else if (position - from >= wantedBytes) {
            partitions.add(new Partition(partitions.size(), sourceNo, from, position, firstLine));
            from = position;
            firstLine = line;
        }
        rows++;
    }

    /** The rows taken. */
    public long rows() {
        return rows;
    }

    /** The partitions of a file with at least one row, up to the file's end. */
    public List<Partition> end(long fileEnd) {
        partitions.add(new Partition(partitions.size(), sourceNo, from, fileEnd, firstLine));
        return List.copyOf(partitions);
    }
}
