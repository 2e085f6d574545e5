package org.greenaudit.portal.finding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What findings can be sorted by; those that are alike stand as in the files of the report. */
public enum FindingSort {
    /** By region, unit, record and list, as the files of the report. */
    REPORT,
    /** By unit. */
    BUYER,
    /** By goods. */
    ITEM,
    /** By rule, or question. */
    RULE,
    /** By contract date. */
    SIGNED,
    /** By amount. */
    AMOUNT,
    /** By when it was first reported. */
    FIRST_SEEN;

    /** The name in addresses and the API: lower case, with dashes. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The order of that name. */
    public static Optional<FindingSort> of(String id) {
        return Arrays.stream(values()).filter(sort -> sort.id().equals(id)).findFirst();
    }
}
