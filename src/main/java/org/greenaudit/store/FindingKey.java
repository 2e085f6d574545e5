package org.greenaudit.store;

/**
 * What makes a finding of one run the same as one of another: the record, the list, and whether it is a violation or a
 * question.
 *
 * @param recordId the record, as stored
 * @param listId the list
 * @param outcome an {@code Outcome} id, or that of a line outside the list
 */
public record FindingKey(String recordId, String listId, String outcome) {

    /** The key of a record, whose id is cut as the tables cut it. */
    public static FindingKey of(String recordId, String listId, String outcome) {
        return new FindingKey(ColumnCodec.clip(recordId, ColumnCodec.RECORD_ID), listId, outcome);
    }
}
