package org.greenaudit.message;

import java.util.List;

/**
 * The configuration, the catalogs or an input cannot be used as they are. Trying again changes nothing before the user
 * has corrected them, so scripts are given an exit status of its own.
 */
public class UsageException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    /** Something that one text explains. */
    public UsageException(Text text) {
        super(text);
    }

    /** Several things at once, at least one. */
    public UsageException(List<Text> texts) {
        super(texts, null);
    }
}
