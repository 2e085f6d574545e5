package org.greenaudit.store.database;

import org.greenaudit.message.Text;

/** A database that cannot be used as it is configured, in words for people. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Text text;

    /** An error with its message. */
    public StoreException(Text text) {
        super(text.key() + text.args());
        this.text = text;
    }

    /** The message for people. */
    public Text text() {
        return text;
    }
}
