package org.greenaudit.matching;

import java.util.Locale;

/** What tied a purchase to a listed item. */
public enum MatchBasis {
    /** The category code alone. */
    CODE,
    /** The category code, with the kind confirmed by the text. */
    CODE_AND_NAME,
    /** The name alone. */
    NAME,
    /** A coarser code or a wider name: the item is one of several that remain possible. */
    POSSIBLE,
    /** A person's decision. */
    DECIDED;

    /** The name in files: lower case with dashes. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
