package org.greenaudit.catalog;

import java.math.BigDecimal;

/**
 * The Ministry's yearly national figure: certified purchases ÷ all purchases in the same listed categories, by amount.
 *
 * @param year the year it speaks of
 * @param listId the list
 * @param sharePercent the share in percent
 * @param source where it was published
 */
public record OfficialIndicator(int year, String listId, BigDecimal sharePercent, String source) {}
