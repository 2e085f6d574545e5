package org.greenaudit.catalog;

import java.math.BigDecimal;

/**
 * The Ministry's yearly national figure: certified purchases ÷ all purchases in the same listed categories, by amount.
 *
 * @param year the year of the figures
 * @param listId the list
 * @param sharePercent the share in percent
 * @param source the publication that had it, or where it was found when that is not known
 */
public record OfficialIndicator(int year, String listId, BigDecimal sharePercent, String source) {}
