package org.greenaudit.source;

import org.greenaudit.message.ExplainedException;
import org.greenaudit.message.Text;

/** A source that could not be read this time, through no fault of the job: the same command may succeed later. */
public final class SourceException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    /** A failure with its message. */
    public SourceException(Text text) {
        super(text);
    }
}
