package org.greenaudit.sample.scenario;

import java.util.List;

/**
 * Goods on the market.
 *
 * @param kind the product kind as certificates name it
 * @param code the 2022 category code
 * @param categoryName the code's official name
 * @param itemNames how buyers call them
 * @param unit the unit they are bought in
 * @param minYuan lowest unit price
 * @param maxYuan highest unit price
 * @param maxQuantity highest quantity in one line
 * @param spec 技术参数
 * @param stem what the (fictional) models begin with
 * @param energy how they stand on the energy-saving list
 * @param eco how they stand on the eco-label list
 * @param weight how often they are bought
 */
record Goods(
        String kind,
        String code,
        String categoryName,
        List<String> itemNames,
        String unit,
        int minYuan,
        int maxYuan,
        int maxQuantity,
        String spec,
        String stem,
        Listing energy,
        Listing eco,
        int weight) {

    /** The first of the names. */
    String name() {
        return itemNames.get(0);
    }
}
