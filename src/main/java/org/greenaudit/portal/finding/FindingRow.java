package org.greenaudit.portal.finding;

import java.time.LocalDate;
import org.greenaudit.catalog.Duty;
import org.greenaudit.rules.Outcome;

/**
 * A finding as a list shows it.
 *
 * @param place its place among the findings of the run, in the order of the report, from 0
 * @param recordId the record
 * @param regionCode the region's code; may be empty
 * @param buyerCode the unit's code; may be empty
 * @param buyerName the unit
 * @param contractNo the contract; may be empty
 * @param signed the contract date
 * @param itemName the goods
 * @param brand the brand; may be empty
 * @param model the model; may be empty
 * @param amountFen the amount in fen
 * @param listId the list
 * @param family the family in the list
 * @param duty the duty
 * @param outcome whether it is a violation or a question
 * @param rule the rule of a violation, or the question's id
 * @param firstSeen since which audit date it has been reported
 * @param isNew whether it is a violation that the previous run did not have
 * @param state what became of it
 */
public record FindingRow(
        int place,
        String recordId,
        String regionCode,
        String buyerCode,
        String buyerName,
        String contractNo,
        LocalDate signed,
        String itemName,
        String brand,
        String model,
        long amountFen,
        String listId,
        String family,
        Duty duty,
        Outcome outcome,
        String rule,
        LocalDate firstSeen,
        boolean isNew,
        FindingState state) {}
