package org.greenaudit.sample;

import org.greenaudit.purchase.BuyerType;

/**
 * A fictional buying unit.
 *
 * @param region its region
 * @param code its code
 * @param name its name, marked as fictional
 * @param type its type
 * @param careless whether it has most of the defects, so that the grades of the units differ
 */
record Buyer(Region region, String code, String name, BuyerType type, boolean careless) {

    /** Whether it is a public buyer and bound by the duties; others are only encouraged. */
    boolean isPublic() {
        return type != BuyerType.STATE_ENTERPRISE && type != BuyerType.ENTERPRISE;
    }
}
