package org.greenaudit.purchase;

import org.greenaudit.message.Text;
import org.greenaudit.message.UsageException;

/** An input that cannot be read at all; ends the run before anything is judged. */
public final class InputException extends UsageException {

    private static final long serialVersionUID = 1L;

    /** An input error with its message. */
    public InputException(Text text) {
        super(text);
    }
}
