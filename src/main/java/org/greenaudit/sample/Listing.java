package org.greenaudit.sample;

/**
 * How goods stand on one product list.
 *
 * @param list the list
 * @param entryId the row; empty when the goods are not on the list
 * @param starred whether the row is ★ mandatory
 * @param standard the standard that certificates name
 */
record Listing(ListName list, String entryId, boolean starred, String standard) {

    /** A ★ row of the energy-saving list. */
    static Listing star(String entryId, String standard) {
        return new Listing(ListName.ENERGY, entryId, true, standard);
    }

    /** A priority row of the energy-saving list. */
    static Listing priority(String entryId, String standard) {
        return new Listing(ListName.ENERGY, entryId, false, standard);
    }

    /** A row of the eco-label list. */
    static Listing eco(String entryId, String standard) {
        return new Listing(ListName.ECO, entryId, false, standard);
    }

    /** Not on the list. */
    static Listing none(ListName list) {
        return new Listing(list, "", false, "");
    }

    /** Whether the goods are on the list. */
    boolean listed() {
        return !entryId.isEmpty();
    }

    /** The letter of the rule codes. */
    String letter() {
        return list == ListName.ECO ? "L" : starred ? "M" : "P";
    }
}
