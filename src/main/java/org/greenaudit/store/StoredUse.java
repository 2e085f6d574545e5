package org.greenaudit.store;

import java.time.LocalDate;
import org.greenaudit.purchase.SourceRef;
import org.greenaudit.rules.DecisionUse;

/**
 * What a decision did to a line of a run.
 *
 * @param ref where the line came from; its source has no number here
 * @param recordId the line's record
 * @param regionCode the line's region
 * @param amountFen the line's amount in fen
 * @param firstSeen audit date of the run that first saw the line as a finding under the list, without a gap since
 * @param use what it did
 */
public record StoredUse(
        SourceRef ref, String recordId, String regionCode, long amountFen, LocalDate firstSeen, DecisionUse use) {}
