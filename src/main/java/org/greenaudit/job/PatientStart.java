package org.greenaudit.job;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.greenaudit.job.config.ProgressListener;

/**
 * Starts the Spring context of audits, and waits for a database that goes away meanwhile, as for one that goes away later.
 * One that was never there is told of at once: its address may be wrong.
 */
public final class PatientStart {

    private static final long PAUSE_MILLIS = 1_000;

    private PatientStart() {}

    /**
     * The context of a configuration.
     *
     * @param listener is told when the database is waited for
     * @param stopping whether this process is to end, so that nothing is waited for
     */
    public static AuditRuntime of(Class<?> configuration, ProgressListener listener, BooleanSupplier stopping) {
        try {
            return AuditRuntime.start(configuration, Map.of());
        } catch (AuditRuntime.StartException e) {
            if (e.isOutage()) {
                return again(configuration, listener, stopping, e);
            }
            throw e;
        }
    }

    private static AuditRuntime again(
            Class<?> configuration,
            ProgressListener listener,
            BooleanSupplier stopping,
            AuditRuntime.StartException first) {
        long seconds = AuditRuntime.retrySeconds();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        listener.waiting(seconds);
        AuditRuntime.StartException last = first;
        while (last.isOfDatabase() && System.nanoTime() < end && pause() && !stopping.getAsBoolean()) {
            try {
                return AuditRuntime.start(configuration, Map.of());
            } catch (AuditRuntime.StartException e) {
                last = e;
            }
        }
        throw last;
    }

    /** Waits a little; false when nobody wants to wait any more. */
    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
