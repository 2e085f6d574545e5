package org.greenaudit.catalog;

/**
 * One category code that a listed item stands under.
 *
 * @param scheme the catalogue the code is written in
 * @param code the code
 * @param whole true when the item is all that the code names; false when it is only a kind of it, or shares the code
 *     with another row, so that the kind must be confirmed from the text
 */
public record CodeScope(CategoryScheme scheme, CategoryCode code, boolean whole) {}
