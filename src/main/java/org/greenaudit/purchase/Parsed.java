package org.greenaudit.purchase;

/** What a feed row became: a {@link PurchaseLine}, a {@link Rejection} or {@link SetApart}. Every row becomes one. */
public sealed interface Parsed permits PurchaseLine, Rejection, SetApart {

    /** Where the row starts. */
    SourceRef ref();

    /** Its amount in fen; 0 where that cannot be read. */
    long amountFen();

    /** The code of its region as far as the row gives one, else empty. */
    String regionCode();
}
