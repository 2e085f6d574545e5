package org.greenaudit.store;

import java.time.LocalDate;
import java.util.List;
import org.greenaudit.catalog.Duty;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.BuyerType;
import org.greenaudit.purchase.SourceRef;
import org.greenaudit.rules.Outcome;

/**
 * A verdict as the database keeps it: what {@code violations.csv}, {@code undetermined.csv} and {@code verdicts.csv}
 * show, free of any locale.
 *
 * @param matchBasis a {@code MatchBasis} id
 * @param rule the rule code of a violation, else empty
 * @param question the question's id of an undetermined line, else empty
 * @param evidence an {@code Evidence} id
 * @param clauses ids of the national clauses
 * @param warnings data warnings first, then those of the verdict
 * @param firstSeen audit date of the run that first reported this record and list as a finding, be it a violation or a
 *     question, without a gap since; the time in which a decision settled it is none
 * @param isNew true for a violation that the previous completed run of the job did not have
 * @param facts the fingerprints of the facts on which a decision about it would rest
 */
public record StoredVerdict(
        SourceRef ref,
        String recordId,
        String regionCode,
        String regionName,
        String buyerCode,
        String buyerName,
        BuyerType buyerType,
        String contractNo,
        LocalDate contractDate,
        String supplierName,
        String categoryCode,
        String categoryScheme,
        String categoryName,
        String itemName,
        String brand,
        String model,
        String quantity,
        String unit,
        String unitPrice,
        long amountFen,
        String listId,
        String entryId,
        Duty duty,
        String matchBasis,
        Outcome outcome,
        String rule,
        List<String> otherRules,
        String question,
        Text message,
        Text expected,
        Text found,
        String certificateNo,
        String evidence,
        List<String> clauses,
        List<Text> warnings,
        LocalDate firstSeen,
        boolean isNew,
        List<String> facts) {}
