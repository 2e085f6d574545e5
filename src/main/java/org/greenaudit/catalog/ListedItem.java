package org.greenaudit.catalog;

import java.util.List;

/**
 * One row of a product list (品目清单).
 *
 * @param entryId the row's identifier, such as {@code ES2019-01-01}
 * @param listId the list's identifier, such as {@code energy-saving}
 * @param familyNo the family's number in the list, from 1
 * @param familyName the family's name (大类), such as 计算机设备
 * @param itemName the row's product name as printed
 * @param kind the product kind (产品种类) that the row covers, a name in {@code product-kinds.csv}
 * @param duty {@link Duty#MANDATORY} for ★ rows, else {@link Duty#PRIORITY}
 * @param capacity the cooling capacities covered
 * @param codes the codes of both schemes under which the row stands
 */
public record ListedItem(
        String entryId,
        String listId,
        int familyNo,
        String familyName,
        String itemName,
        String kind,
        Duty duty,
        CapacityBand capacity,
        List<CodeScope> codes) {

    public ListedItem {
        codes = List.copyOf(codes);
    }

    /** True for ★ rows. */
    public boolean starred() {
        return duty == Duty.MANDATORY;
    }

    /** The family as metrics and choices call it: two digits and its name, such as {@code 01 计算机设备}. */
    public String family() {
        return (familyNo < 10 ? "0" : "") + familyNo + " " + familyName;
    }
}
