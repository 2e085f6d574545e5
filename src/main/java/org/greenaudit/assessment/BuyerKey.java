package org.greenaudit.assessment;

/**
 * A buying unit (采购单位).
 *
 * @param regionCode its region, empty when unknown
 * @param buyerCode its code, empty when the feed has none
 * @param buyerName its name
 */
public record BuyerKey(String regionCode, String buyerCode, String buyerName) {}
