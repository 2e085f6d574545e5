package org.greenaudit.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Holds the end of the process (Ctrl-C, SIGTERM) up until an audit, which that end stops, has said how it was left. An end
 * of the process waits for its hooks only, and the audit is no longer on its way back from Spring's.
 */
final class ShutdownHold {

    /** Longer than a stopping audit is waited for. */
    private static final long PATIENCE_SECONDS = 70;

    private final CountDownLatch said = new CountDownLatch(1);
    private final Thread hook = new Thread(this::await, "last-words");

    private ShutdownHold() {}

    /** {@link #spoken} must follow. */
    static ShutdownHold waitedFor() {
        ShutdownHold words = new ShutdownHold();
        try {
            Runtime.getRuntime().addShutdownHook(words.hook);
        } catch (IllegalStateException e) {
            // the process is ending already
            words.said.countDown();
        }
        return words;
    }

    /** Whether this process ends, asked without waiting for it: no hook can be added to one that does. */
    static boolean processEnds() {
        Thread probe = new Thread(() -> {}, "probe");
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    /** Everything is said. */
    void spoken() {
        said.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending, and need wait no longer
        }
    }

    private void await() {
        try {
            said.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
