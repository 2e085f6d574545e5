package org.greenaudit.catalog;

/** What a list asks of a buyer: 强制采购, 优先采购, or — of enterprises — voluntary green buying. */
public enum Duty {
    /** ★ rows of the energy-saving list: only certified products may be bought. */
    MANDATORY,
    /** Other rows of the energy-saving list and the whole eco-label list: certified products come first. */
    PRIORITY,
    /** The buyer is an enterprise: encouraged and reported, never counted in the indicators. */
    ADVISORY;

    /** The name in files, tables and metrics: lower case. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
