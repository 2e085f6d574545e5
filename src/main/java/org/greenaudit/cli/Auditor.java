package org.greenaudit.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.greenaudit.job.AuditResult;
import org.greenaudit.job.AuditRuntime;
import org.greenaudit.job.PatientStart;
import org.greenaudit.job.config.ProgressListener;
import org.greenaudit.job.config.RunSettings;

/** Runs audits: by {@link #starting} a Spring context, or in the way of a test. */
@FunctionalInterface
interface Auditor {

    /** Runs an audit. */
    AuditResult audit(RunSettings settings, ProgressListener listener);

    /**
     * Starts the Spring context of a configuration, with its database and job, for the time of one audit.
     *
     * @param before what else is done first
     */
    static Auditor starting(Class<?> configuration, Consumer<RunSettings> before) {
        return (settings, listener) -> {
            long begun = System.nanoTime();
            before.accept(settings);
            try (AuditRuntime runtime = PatientStart.of(configuration, listener, ShutdownHold::processEnds)) {
                return runtime.audits().run(settings, listener);
            } catch (AuditRuntime.StartException e) {
                Duration took = Duration.ofNanos(System.nanoTime() - begun);
                AuditResult failed = AuditResult.failed(Optional.empty(), e.text());
                // what cannot start because the process ends has not failed
                return ShutdownHold.processEnds() ? failed : failed.with(AuditRuntime.publishFailure(settings, took));
            }
        };
    }
}
