package org.greenaudit.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.greenaudit.message.Text;

/** One start of an audit: when it began, and what went wrong beside the audit itself. Used by one thread. */
final class Start {

    private final Instant begun;
    private final List<Text> notices = new ArrayList<>();

    Start(Instant begun) {
        this.begun = begun;
    }

    Instant begun() {
        return begun;
    }

    void note(List<Text> texts) {
        notices.addAll(texts);
    }

    List<Text> notices() {
        return notices;
    }
}
