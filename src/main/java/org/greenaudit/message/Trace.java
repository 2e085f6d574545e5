package org.greenaudit.message;

/**
 * Collects the steps of the reasoning, which {@code explain} prints. The nightly run passes {@link #NONE}, and callers build
 * a text only when {@link #on()}, so that the steps cost nothing where nobody reads them.
 */
@FunctionalInterface
public interface Trace {

    /** Ignores every step. */
    Trace NONE = new Trace() {
        @Override
        public boolean on() {
            return false;
        }

        @Override
        public void note(Text text) {
            // ignored
        }
    };

    /** Whether steps are collected. */
    default boolean on() {
        return true;
    }

    /** Adds one step of the reasoning. */
    void note(Text text);
}
