package org.greenaudit.rules;

import java.util.List;
import java.util.Set;
import org.greenaudit.purchase.BuyerType;

/**
 * A city's plan (实施方案) as a job configures it: what a violation in that city also contravenes and who answers for it.
 *
 * @param name the city, such as 抚州市
 * @param regionPrefix start of the region codes it governs; empty for every region
 * @param document the document, such as its title and number
 * @param issued its date, ISO
 * @param clause the clause, such as 第七条
 * @param citationZh what a violation row cites in Chinese
 * @param citationEn the same in English
 * @param departments the responsible departments
 * @param advisoryBuyers buyers that are only encouraged
 */
public record CityPlan(
        String name,
        String regionPrefix,
        String document,
        String issued,
        String clause,
        String citationZh,
        String citationEn,
        List<String> departments,
        Set<BuyerType> advisoryBuyers) {

    public CityPlan {
        departments = List.copyOf(departments);
        advisoryBuyers = Set.copyOf(advisoryBuyers);
    }

    /** Whether the plan governs a region. */
    public boolean governs(String regionCode) {
        return regionCode.startsWith(regionPrefix);
    }
}
