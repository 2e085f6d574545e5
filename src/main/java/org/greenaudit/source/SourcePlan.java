package org.greenaudit.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenaudit.purchase.FeedNote;

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

    /** What the sources hold, in order. */
    public List<SourceContent> contents() {
        return files.stream().map(SourceFile::content).toList();
    }

    /** Data rows of all sources. */
    public long rows() {
        return files.stream().mapToLong(file -> file.content().rows()).sum();
    }

    /**
     * One source and how it is laid out.
     *
     * @param content what it holds
     * @param location where it is: an absolute path; of a table its server, database and name
     * @param sheet which sheet of a workbook it is; empty where the source is no workbook
     * @param delimiter the delimiter found or set, one character
     * @param columns feed column (canonical header) to cell index, as understood from the header row
     * @param header the header row
     * @param notes what a reader must know of how it was read
     */
    public record SourceFile(
            SourceContent content,
            String location,
            Optional<String> sheet,
            char delimiter,
            Map<String, Integer> columns,
            Header header,
            List<FeedNote> notes) {

        public SourceFile {
            notes = List.copyOf(notes);
        }

        /** The same source in another place. */
        public SourceFile at(String place) {
            return new SourceFile(content, place, sheet, delimiter, columns, header, notes);
        }

        /** A source that is no sheet of a workbook. */
        public SourceFile(
                SourceContent content,
                String location,
                char delimiter,
                Map<String, Integer> columns,
                Header header,
                List<FeedNote> notes) {
            this(content, location, Optional.empty(), delimiter, columns, header, notes);
        }
    }

    /**
     * The header row of a source.
     *
     * @param line the line on which it starts; 0 where the source has no lines, as a table
     * @param cells its cells; of a header of two rows each is the whole name of its column
     */
    public record Header(long line, List<String> cells) {

        public Header {
            cells = List.copyOf(cells);
        }
    }

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
