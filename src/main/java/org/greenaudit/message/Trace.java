package org.greenaudit.message;

/**
 * The reasoning, step by step, as {@code explain} prints it. The nightly run passes {@link #NONE}, and callers build a
 * text only when {@link #on()}, so that reasoning costs nothing where nobody reads it.
 */
@FunctionalInterface
public interface Trace {

    /** Takes no notes. */
    Trace NONE = new Trace() {
        @Override
        public boolean on() {
            return false;
        }

        @Override
        public void note(Text text) {
            // nobody listens
        }
    };

    /** Whether anybody listens. */
    default boolean on() {
        return true;
    }

    /** Takes down one step of the reasoning. */
    void note(Text text);
}
