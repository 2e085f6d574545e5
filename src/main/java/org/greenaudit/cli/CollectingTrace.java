package org.greenaudit.cli;

import java.util.ArrayList;
import java.util.List;
import org.greenaudit.message.Text;
import org.greenaudit.message.Trace;

/** Collects every step of the reasoning. */
final class CollectingTrace implements Trace {

    private final List<Text> notes = new ArrayList<>();

    @Override
    public boolean on() {
        return true;
    }

    @Override
    public void note(Text text) {
        notes.add(text);
    }

    /** Returns the steps so far in their order, and starts again with none. */
    List<Text> take() {
        List<Text> taken = List.copyOf(notes);
        notes.clear();
        return taken;
    }
}
