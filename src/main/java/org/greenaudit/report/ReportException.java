package org.greenaudit.report;

import org.greenaudit.message.Text;

/** A report that cannot be made because its data contradict each other, in words for people. */
public final class ReportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Text text;

    /** A report error with its message. */
    public ReportException(Text text) {
        super(text.key() + text.args());
        this.text = text;
    }

    /** The message for people. */
    public Text text() {
        return text;
    }
}
