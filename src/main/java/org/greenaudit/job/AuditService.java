package org.greenaudit.job;

/** Runs the nightly audit. */
public interface AuditService {

    /** Runs, restarts or recognises the run that the request means. */
    AuditResult run(AuditRequest request);
}
