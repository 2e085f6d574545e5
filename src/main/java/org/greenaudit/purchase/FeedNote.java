package org.greenaudit.purchase;

import org.greenaudit.message.Text;

/**
 * What a reader must know of how a source was read: lines above the header, columns that are not used, totals compared.
 *
 * @param grave whether figures may be wrong for it, so that it is told before them
 * @param text the words
 */
public record FeedNote(boolean grave, Text text) {}
