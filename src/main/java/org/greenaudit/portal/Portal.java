package org.greenaudit.portal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenaudit.job.AuditConfiguration;
import org.greenaudit.job.AuditRuntime;
import org.greenaudit.message.ExplainedException;
import org.greenaudit.portal.access.Accounts;
import org.greenaudit.portal.desk.JobFindings;
import org.greenaudit.portal.desk.ServedJobs;
import org.greenaudit.text.CellText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running server of a bureau's pages. */
public final class Portal implements AutoCloseable {

    /** The account that the first password is for. */
    public static final String FIRST = "admin";

    private static final Logger LOG = LoggerFactory.getLogger(Portal.class);

    private final AuditRuntime runtime;
    private final Optional<String> password;

    private Portal(AuditRuntime runtime, Optional<String> password) {
        this.runtime = runtime;
        this.password = password;
    }

    /**
     * Starts the server.
     *
     * @param jobs the job files
     * @param properties further configuration, above the environment and -D properties; usually none
     * @throws AuditRuntime.StartException when the database cannot be opened, or the port is taken
     * @throws org.greenaudit.message.UsageException when the configuration does not make sense
     */
    public static Portal start(List<Path> jobs, Map<String, Object> properties) {
        // before anything is opened: what is wrong with a job file is told as such
        new ServedJobs(jobs, Clock.system(AuditConfiguration.ZONE));
        Map<String, Object> all = new HashMap<>(properties);
        all.put("spring.profiles.active", "serve");
        for (int i = 0; i < jobs.size(); i++) {
            all.put(PortalConfiguration.JOBS + "[" + i + "]", jobs.get(i));
        }
        AuditRuntime runtime = AuditRuntime.start(PortalConfiguration.class, all);
        try {
            publish(runtime);
            prepare(runtime);
            return new Portal(runtime, runtime.part(Accounts.class).first(FIRST));
        } catch (RuntimeException e) {
            runtime.close();
            throw e;
        }
    }

    /** Whoever scrapes this process finds the figures of the newest runs, though it has run no audit yet. */
    private static void publish(AuditRuntime runtime) {
        ServedJobs jobs = runtime.part(ServedJobs.class);
        for (String job : jobs.names()) {
            try {
                runtime.stores().runs().newest(job).ifPresent(run -> runtime.audits()
                        .publishAgain(run, jobs.catalog(job)));
            } catch (ExplainedException e) {
                // the next audit tells people the same
                LOG.warn("the figures of job {} are not published", job, e);
            }
        }
    }

    /** Nobody who comes first waits for the lists of the newest runs: they are made while the server begins to answer. */
    private static void prepare(AuditRuntime runtime) {
        ServedJobs jobs = runtime.part(ServedJobs.class);
        JobFindings findings = runtime.part(JobFindings.class);
        Thread thread = new Thread(
                null,
                () -> jobs.names()
                        .forEach(job -> runtime.stores().runs().newest(job).ifPresent(findings::prepare)),
                "prepare",
                CellText.STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
    }

    /** The password of the {@link #FIRST first} account, where it was made by this start: it is told once. */
    public Optional<String> firstPassword() {
        return password;
    }

    /** Where the pages are, such as {@code http://127.0.0.1:8080/}. */
    public String address() {
        return runtime.part(PortalAddress.class).pages();
    }

    /** Where health and metrics are. */
    public String managementAddress() {
        return runtime.part(PortalAddress.class).management();
    }

    /** A part of the running server. */
    <T> T part(Class<T> type) {
        return runtime.part(type);
    }

    /** Stops the server: an audit that is running ends at a block, and the next start continues it. */
    @Override
    public void close() {
        runtime.close();
    }
}
