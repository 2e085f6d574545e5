package org.greenaudit.store;

/**
 * What makes a violation of one run the same as one of another: the record and the list.
 *
 * @param recordId the record, as stored
 * @param listId the list
 */
public record ViolationKey(String recordId, String listId) {

    /** The key of a verdict. */
    public static ViolationKey of(StoredVerdict verdict) {
        return new ViolationKey(Columns.clip(verdict.recordId(), Columns.RECORD_ID), verdict.listId());
    }
}
