package org.greenaudit.source;

import org.greenaudit.message.Text;

/** A source that could not be read this time, through no fault of the job: the same command may succeed later. */
public final class SourceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Text text;

    /** A failure with its message. */
    public SourceException(Text text) {
        super(text.key() + text.args());
        this.text = text;
    }

    /** The message for people. */
    public Text text() {
        return text;
    }
}
