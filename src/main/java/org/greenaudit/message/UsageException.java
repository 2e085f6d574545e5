package org.greenaudit.message;

import java.util.List;

/**
 * The configuration, the catalogs or an input cannot be used as they are. Trying again does not help before the user has
 * corrected them, so this failure has an exit status of its own.
 */
public class UsageException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    /** A mistake that one text explains. */
    public UsageException(Text text) {
        super(text);
    }

    /** Several mistakes at once, at least one. */
    public UsageException(List<Text> texts) {
        super(texts, null);
    }
}
