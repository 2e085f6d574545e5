package org.greenaudit.source;

import java.util.List;
import java.util.Map;

/**
 * What preparing a source found out, before anything is judged: everything a worker needs besides the catalog.
 *
 * @param files the sources in order
 * @param partitions the partitions in source order
 * @param duplicates rows to reject as duplicates
 */
public record SourcePlan(List<SourceFile> files, List<Partition> partitions, List<DuplicateRow> duplicates) {

    public SourcePlan {
        files = List.copyOf(files);
        partitions = List.copyOf(partitions);
        duplicates = List.copyOf(duplicates);
    }

    /**
     * One source.
     *
     * @param sourceNo its number from 0
     * @param name the name in reports: the file's name, or what the job calls its table
     * @param location where it is: an absolute path; of a table its server, database and name
     * @param bytes its size; 0 for a table
     * @param sha256 SHA-256 of its content, hex; of a table, over the keys and CRC-32 of its rows in key order
     * @param charset the charset found or set
     * @param delimiter the delimiter found or set, one character
     * @param columns feed column (canonical header) to cell index, as understood from the header row
     * @param headerCells number of cells in the header row
     * @param amountInWan whether the amount column is in 万元
     * @param rows data rows (header and blank lines not counted), including malformed ones
     */
    public record SourceFile(
            int sourceNo,
            String name,
            String location,
            long bytes,
            String sha256,
            String charset,
            char delimiter,
            Map<String, Integer> columns,
            int headerCells,
            boolean amountInWan,
            long rows) {}

    /**
     * A row whose record id an earlier row carries.
     *
     * @param sourceNo the later row's source
     * @param line the later row's line
     * @param firstSource the first row's source name
     * @param firstLine the first row's line
     */
    public record DuplicateRow(int sourceNo, long line, String firstSource, long firstLine) {}
}
