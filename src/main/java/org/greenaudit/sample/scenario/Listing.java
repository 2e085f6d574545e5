package org.greenaudit.sample.scenario;

/**
 * How goods stand on one product list.
 *
 * @param list the list
 * @param entryId the row; empty when the goods are not on the list; a kind for a certificate outside the list
 * @param starred whether the row is ★ mandatory
 * @param standard the standard that certificates name
 */
record Listing(ListName list, String entryId, boolean starred, String standard) {

    /** Whether the goods are on the list. */
    boolean listed() {
        return !entryId.isEmpty();
    }

    /** The letter of the rule codes. */
    String letter() {
        return list == ListName.ECO ? "L" : starred ? "M" : "P";
    }
}
