package org.greenaudit.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Delays the end of the process (Ctrl-C, SIGTERM) until a stopped audit has printed how it ended. The JVM waits only for its
 * shutdown hooks: Spring's hook stops the audit, but returns before the command has printed its result.
 */
final class ShutdownHold {

    /** Longer than the time that a stopping audit is given. */
    private static final long PATIENCE_SECONDS = 70;

    private final CountDownLatch released = new CountDownLatch(1);
    private final Thread hook = new Thread(this::await, "shutdown-hold");

    private ShutdownHold() {}

    /** Starts a hold, which {@link #release} must end. */
    static ShutdownHold start() {
        ShutdownHold hold = new ShutdownHold();
        try {
            Runtime.getRuntime().addShutdownHook(hold.hook);
        } catch (IllegalStateException e) {
            // the process is already ending
            hold.released.countDown();
        }
        return hold;
    }

    /** Whether this process is ending: then the JVM refuses another shutdown hook. */
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

    /** Lets the process end. */
    void release() {
        released.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is already ending and no longer waits
        }
    }

    private void await() {
        try {
            released.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
