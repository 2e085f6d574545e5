package org.greenaudit.metrics;

import org.greenaudit.message.ExplainedException;
import org.greenaudit.message.Text;

/** One of the outlets could not publish metrics. */
public final class PublishException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    /** What went wrong, and what caused it (may be null). */
    public PublishException(Text text, Throwable cause) {
        super(text, cause);
    }
}
