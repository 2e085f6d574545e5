package org.greenaudit.metrics;

import org.greenaudit.message.ExplainedException;
import org.greenaudit.message.Text;
import org.jspecify.annotations.Nullable;

/** One of the outlets could not publish metrics. */
public final class PublishException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    /** What went wrong, and what caused it (may be null). */
    public PublishException(Text text, @Nullable Throwable cause) {
        super(text, cause);
    }
}
