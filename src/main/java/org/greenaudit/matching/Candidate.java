package org.greenaudit.matching;

import org.greenaudit.catalog.ListedItem;

/**
 * A listed item that the purchase is or may be.
 *
 * @param item the row
 * @param basis what ties the purchase to it
 */
public record Candidate(ListedItem item, MatchBasis basis) {}
