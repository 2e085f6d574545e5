package org.greenaudit.metrics;

import org.greenaudit.message.Text;
import org.jspecify.annotations.Nullable;

/** Metrics could not be published by one of the ways out. */
public final class PublishException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Text text;

    /** What went wrong, in words for people, and what caused it (may be null). */
    public PublishException(Text text, @Nullable Throwable cause) {
        super(text.key() + text.args(), cause);
        this.text = text;
    }

    /** The message for people. */
    public Text text() {
        return text;
    }
}
