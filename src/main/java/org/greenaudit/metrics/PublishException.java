package org.greenaudit.metrics;

import org.greenaudit.message.ExplainedException;
import org.greenaudit.message.Text;

/** Metrics could not be published by one of the ways out. */
public final class PublishException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    /** What went wrong, and what caused it (may be null). */
    public PublishException(Text text, Throwable cause) {
        super(text, cause);
    }
}
