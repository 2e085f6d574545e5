package org.greenaudit.store;

/**
 * What makes a violation of one run the same as one of another: the record and the list.
 *
 * @param recordId the record, as stored
 * @param listId the list
 */
public record ViolationKey(String recordId, String listId) {

    /** The key of a record, whose id is cut as the table cuts it. */
    public static ViolationKey of(String recordId, String listId) {
        return new ViolationKey(ColumnCodec.clip(recordId, ColumnCodec.RECORD_ID), listId);
    }
}
