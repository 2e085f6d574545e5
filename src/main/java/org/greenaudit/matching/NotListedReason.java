package org.greenaudit.matching;

import java.util.Locale;

/** Why a purchase lies outside a list. */
public enum NotListedReason {
    /** No edition of the list is in force on the contract date. */
    NO_LIST_IN_FORCE,
    /** The contract date lies outside the audited window. */
    OUTSIDE_WINDOW,
    /** Works or a service. */
    SERVICE_OR_WORKS,
    /** A sale or disposal, which is no purchase. */
    SALE,
    /** An accessory or consumable. */
    ACCESSORY,
    /** Neither code nor name points at a row. */
    NOT_ON_LIST,
    /** A person decided so. */
    DECIDED;

    /** The name in files: lower case with dashes. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
