package org.greenaudit.purchase;

import org.greenaudit.message.Text;

/** What a header row was understood as. */
public sealed interface HeaderReading {

    /**
     * Every required column was found.
     *
     * @param layout how the rows are laid out
     */
    record Understood(FeedLayout layout) implements HeaderReading {}

    /**
     * The rows cannot be read.
     *
     * @param problem what is missing or ambiguous, naming the source, the column and the headers
     */
    record NotUnderstood(Text problem) implements HeaderReading {}
}
