package org.greenaudit.source.csv;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenaudit.purchase.FeedColumns;
import org.greenaudit.purchase.HeaderReader;

/**
 * What a job says about its CSV files.
 *
 * @param files paths or glob patterns ({@code feeds/*.csv}), in the job's order; a pattern's files in name order
 * @param charset {@code auto} (byte order mark, else strict UTF-8, else GB18030), or {@code UTF-8}, {@code GB18030}
 *     (also {@code GBK}, {@code GB2312})
 * @param delimiter {@code auto} (comma, semicolon, tab or bar, by the header), {@code tab}, or the character itself
 * @param headers understands header rows as the job says
 * @param partitionBytes the wanted size of a partition, at least 1; ignored where {@code partitions} is given
 * @param partitions the wanted number of partitions over all files, or 0
 */
public record CsvSettings(
        List<String> files,
        String charset,
        String delimiter,
        HeaderReader headers,
        long partitionBytes,
        int partitions) {

    /** Detect it. */
    public static final String AUTO = "auto";

    /** Some 100 000 lines: little to redo after a crash, and much more to read than to set up. */
    public static final long DEFAULT_PARTITION_BYTES = 32L << 20;

    public CsvSettings {
        files = List.copyOf(files);
    }

    /** Everything detected, partitions of {@link #DEFAULT_PARTITION_BYTES}. */
    public static CsvSettings of(List<String> files, FeedColumns columns) {
        HeaderReader headers = new HeaderReader(columns, Map.of(), Map.of(), Optional.empty());
        return new CsvSettings(files, AUTO, AUTO, headers, DEFAULT_PARTITION_BYTES, 0);
    }

    /** The same with another charset. */
    public CsvSettings withCharset(String name) {
        return new CsvSettings(files, name, delimiter, headers, partitionBytes, partitions);
    }

    /** The same with another delimiter. */
    public CsvSettings withDelimiter(String name) {
        return new CsvSettings(files, charset, name, headers, partitionBytes, partitions);
    }

    /** The same with about that many partitions. */
    public CsvSettings withPartitions(int wanted) {
        return new CsvSettings(files, charset, delimiter, headers, partitionBytes, wanted);
    }
}
