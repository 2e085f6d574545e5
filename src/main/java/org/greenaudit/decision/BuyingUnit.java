package org.greenaudit.decision;

import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.text.NameKeys;

/**
 * The unit (采购单位) that bought what a decision is about. All of it is empty where a decision of an earlier version tells
 * no unit.
 *
 * @param regionCode 行政区划代码
 * @param code 采购单位编码
 * @param name 采购单位
 */
public record BuyingUnit(String regionCode, String code, String name) {

    /** The buyer of a line. */
    static BuyingUnit of(PurchaseLine line) {
        return new BuyingUnit(line.regionCode(), line.buyerCode(), line.buyerName());
    }

    /** Whether it tells a unit. */
    boolean isKnown() {
        return !code.isEmpty() || !name.isEmpty();
    }

    /** Whether both are surely the same unit: by their codes, and where one has none by name and region. */
    public boolean isSame(BuyingUnit other) {
        if (!code.isEmpty() && !other.code.isEmpty()) {
            return code.equals(other.code);
        }
        return regionCode.equals(other.regionCode) && NameKeys.normalise(name).equals(NameKeys.normalise(other.name));
    }
}
