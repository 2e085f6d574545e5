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
    private long sumBefore;
    private long rows;

    /** Cuts of a source. */
    public BytePartitioner(int sourceNo, long wantedBytes) {
        this.sourceNo = sourceNo;
        this.wantedBytes = Math.max(1, wantedBytes);
    }

    /**
     * Takes the next row's place.
     *
     * @param sum the sum of the checksums of everything before it
     */
    public void row(long position, long line, long sum) {
        if (from >= 0 && position - from >= wantedBytes) {
            cut(position, sum);
            from = -1;
        }
        if (from < 0) {
            from = position;
            firstLine = line;
            sumBefore = sum;
        }
        rows++;
    }

    private void cut(long to, long sum) {
        partitions.add(new Partition(partitions.size(), sourceNo, from, to, firstLine, sum - sumBefore));
    }

    /** The rows taken. */
    public long rows() {
        return rows;
    }

    /** The partitions of a file with at least one row, up to the file's end; the sum is that of the whole file. */
    public List<Partition> end(long fileEnd, long sum) {
        cut(fileEnd, sum);
        return List.copyOf(partitions);
    }
}
