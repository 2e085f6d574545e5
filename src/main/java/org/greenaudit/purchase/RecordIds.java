package org.greenaudit.purchase;

/** The record id (记录编号) of a row. */
public final class RecordIds {

    private RecordIds() {}

    /** The id in the row, or empty when it has none and its place stands in. */
    public static String given(FeedLayout layout, FeedRow row) {
        return layout.indexOf(FeedColumn.RECORD_ID) < 0 ? "" : layout.value(row, FeedColumn.RECORD_ID);
    }

    /** The id of a row that has none: {@code file-name:line}. */
    public static String ofPlace(SourceRef ref) {
        return ref.source() + ':' + ref.line();
    }
}
