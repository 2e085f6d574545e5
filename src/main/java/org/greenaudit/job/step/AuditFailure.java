package org.greenaudit.job.step;

import org.greenaudit.message.Text;

/** A run that must fail, in words for people. */
public final class AuditFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Text text;

    AuditFailure(Text text) {
        super(text.key() + text.args());
        this.text = text;
    }

    public Text text() {
        return text;
    }
}
