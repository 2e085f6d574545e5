package org.greenaudit.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failure with an explanation for people. The work that it ended can be tried again later, unless it is a {@link
 * UsageException}: then something must be corrected first.
 */
public class ExplainedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Text> texts;

    /** A failure that one text explains. */
    public ExplainedException(Text text) {
        this(List.of(text), null);
    }

    /** A failure that one text explains, and what led to it; the cause may be null. */
    public ExplainedException(Text text, @Nullable Throwable cause) {
        this(List.of(text), cause);
    }

    /** A failure for several reasons, at least one. */
    ExplainedException(List<Text> texts, @Nullable Throwable cause) {
        super(texts.get(0).key() + texts.get(0).args(), cause);
        this.texts = List.copyOf(texts);
    }

    /** The explanation; of several texts the first. */
    public final Text text() {
        return texts.get(0);
    }

    /** Every text, one for each thing that is wrong. */
    public final List<Text> texts() {
        return texts;
    }
}
