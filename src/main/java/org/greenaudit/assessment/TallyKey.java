package org.greenaudit.assessment;

import org.greenaudit.catalog.Duty;
import org.greenaudit.rules.Outcome;

/**
 * The finest level of detail at which verdicts are counted; every table, indicator and metric is a sum over these.
 *
 * @param listId the list
 * @param entryId the listed item
 * @param regionCode the buyer's region, empty when unknown
 * @param regionName its name, empty when unknown
 * @param buyerCode the buyer's code, empty when the feed has none
 * @param buyerName the buyer's name
 * @param duty the duty
 * @param outcome the outcome
 * @param rule the primary rule of a violation, or the question's id of an undetermined line; else empty
 * @param declared true when only the buyer's declaration supports compliance
 * @param recycled true when the name or the specification tells a recycled product
 */
public record TallyKey(
        String listId,
        String entryId,
        String regionCode,
        String regionName,
        String buyerCode,
        String buyerName,
        Duty duty,
        Outcome outcome,
        String rule,
        boolean declared,
        boolean recycled) {

    /** The unit that bought. */
    public BuyerKey buyer() {
        return new BuyerKey(regionCode, buyerCode, buyerName);
    }

    /** The same of all units of the region together. */
    TallyKey ofRegion() {
        return new TallyKey(listId, entryId, regionCode, regionName, "", "", duty, outcome, rule, declared, recycled);
    }

    /** The same with the unit's code. */
    TallyKey withBuyerCode(String code) {
        return new TallyKey(
                listId, entryId, regionCode, regionName, code, buyerName, duty, outcome, rule, declared, recycled);
    }
}
