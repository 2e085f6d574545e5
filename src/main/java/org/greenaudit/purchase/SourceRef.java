package org.greenaudit.purchase;

/**
 * Where a row came from.
 *
 * @param sourceNo the source's number in the run, from 0, in the order of the job
 * @param source the source's name: the file's name, or the table's
 * @param line the line (from 1, the header is line 1) on which the row starts in a file, or its number in a table
 */
public record SourceRef(int sourceNo, String source, long line) {

    /** The id of a row that has none of its own: {@code file-name:line}. */
    public String recordId() {
        return source + ':' + line;
    }
}
