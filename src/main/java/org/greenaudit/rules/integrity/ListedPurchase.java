package org.greenaudit.rules.integrity;

import org.greenaudit.catalog.Duty;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.matching.ListMatch;
import org.greenaudit.purchase.PurchaseLine;

/**
 * A purchase taken as one listed item.
 *
 * @param line the line as read
 * @param match how it was tied to the list
 * @param item the listed item
 * @param duty what the item asks of this buyer
 */
public record ListedPurchase(PurchaseLine line, ListMatch.Inside match, ListedItem item, Duty duty) {}
