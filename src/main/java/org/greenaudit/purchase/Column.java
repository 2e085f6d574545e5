package org.greenaudit.purchase;

/** A column that the header of a feed may name. */
public sealed interface Column permits FeedColumn, CitationColumn {

    /** The canonical header, such as {@code item_name}. */
    String header();

    /** The Chinese header. */
    String chinese();
}
