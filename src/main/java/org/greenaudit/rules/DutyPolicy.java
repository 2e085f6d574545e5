package org.greenaudit.rules;

import java.util.List;
import java.util.Set;
import org.greenaudit.catalog.Duty;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.purchase.BuyerType;
import org.greenaudit.purchase.PurchaseLine;

/**
 * What a list asks of a buyer: the row's duty, or, of buyers that the city plan only encourages, an advisory one. Where no
 * plan governs the region, state-owned and other enterprises are only encouraged.
 */
final class DutyPolicy {

    private static final Set<BuyerType> ENTERPRISES = Set.of(BuyerType.STATE_ENTERPRISE, BuyerType.ENTERPRISE);

    private final List<CityPlan> plans;

    DutyPolicy(List<CityPlan> plans) {
        this.plans = List.copyOf(plans);
    }

    Duty of(ListedItem item, PurchaseLine line) {
        return isOnlyEncouraged(line) ? Duty.ADVISORY : item.duty();
    }

    /** Whether whatever a list asks of the line's buyer is advisory. */
    boolean isOnlyEncouraged(PurchaseLine line) {
        return advisoryBuyers(line.regionCode()).contains(line.buyerType());
    }

    private Set<BuyerType> advisoryBuyers(String region) {
        for (CityPlan plan : plans) {
            if (plan.governs(region)) {
                return plan.advisoryBuyers();
            }
        }
        return ENTERPRISES;
    }
}
