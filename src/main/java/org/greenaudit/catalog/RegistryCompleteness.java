package org.greenaudit.catalog;

/** How far the bureau vouches for its certificate registry, per list: what silence means. */
public enum RegistryCompleteness {
    /** Every certificate is in it: a number that is missing does not exist. */
    COMPLETE,
    /** Some are in it: a number that is missing may exist. */
    PARTIAL,
    /** There is no registry: what the buyer cites is taken as declared. */
    NONE
}
