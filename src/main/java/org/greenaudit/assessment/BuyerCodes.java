package org.greenaudit.assessment;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The codes of buying units of whose lines only some give one: the cell of another line was left blank, or a spreadsheet
 * destroyed its code. Such a line belongs to the one unit of its region and name that has a code; where two have one it
 * stays by itself. Immutable.
 */
public final class BuyerCodes {

    private final Map<BuyerKey, String> codes = new HashMap<>();

    /** The codes that these units have. */
    BuyerCodes(Collection<BuyerKey> units) {
        for (BuyerKey unit : units) {
            if (!unit.buyerCode().isEmpty()) {
                codes.merge(uncoded(unit), unit.buyerCode(), (one, other) -> one.equals(other) ? one : "");
            }
        }
    }

    /** The unit that a line of such a unit counts for: the unit itself, or the one with a code. */
    public BuyerKey unit(BuyerKey named) {
        return named.buyerCode().isEmpty()
                ? new BuyerKey(named.regionCode(), codes.getOrDefault(named, ""), named.buyerName())
                : named;
    }

    private static BuyerKey uncoded(BuyerKey unit) {
        return new BuyerKey(unit.regionCode(), "", unit.buyerName());
    }
}
