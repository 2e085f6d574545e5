package org.greenaudit.job.step;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.greenaudit.message.Text;

/** One start of an audit: when it began, and what went wrong beside the audit itself. Used by one thread. */
public final class AuditStart {

    private final Instant begun;
    private final List<Text> notices = new ArrayList<>();

    public AuditStart(Instant begun) {
        this.begun = begun;
    }

    public Instant begun() {
        return begun;
    }

    public void note(List<Text> texts) {
        notices.addAll(texts);
    }

    public List<Text> notices() {
        return notices;
    }
}
