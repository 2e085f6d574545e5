package org.greenaudit.source;

import org.greenaudit.message.Text;

/** An input that cannot be read at all, in words for the user; ends the run before anything is judged. */
public final class InputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Text text;

    /** An input error with its message. */
    public InputException(Text text) {
        super(text.key() + text.args());
        this.text = text;
    }

    /** The message for people. */
    public Text text() {
        return text;
    }
}
