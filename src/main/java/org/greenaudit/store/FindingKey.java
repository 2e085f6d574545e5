package org.greenaudit.store;

import java.util.Set;
import org.greenaudit.rules.Outcome;

/**
 * What makes a finding of one run the same as one of another: the record, the list, and whether it is a violation or a
 * question.
 *
 * @param recordId the record, as stored
 * @param listId the list
 * @param outcome an {@code Outcome} id, or that of a line outside the list
 */
public record FindingKey(String recordId, String listId, String outcome) {

    private static final Set<String> FINDINGS = Set.of(Outcome.VIOLATION.id(), Outcome.UNDETERMINED.id());

    /**
     * A record under a list, whatever it is there.
     *
     * @param recordId the record, as stored
     * @param listId the list
     */
    public record Line(String recordId, String listId) {}

    /** The key of a record, whose id is cut as the tables cut it. */
    public static FindingKey of(String recordId, String listId, String outcome) {
        return new FindingKey(ColumnCodec.clip(recordId, ColumnCodec.RECORD_ID), listId, outcome);
    }

    /** Its record and list. */
    public Line line() {
        return new Line(recordId, listId);
    }

    /** Whether it is a violation or a question at all. */
    public boolean isFinding() {
        return FINDINGS.contains(outcome);
    }
}
