package org.greenaudit.cli;

import org.greenaudit.job.AuditResult;
import org.greenaudit.job.config.ProgressListener;
import org.greenaudit.job.config.RunSettings;

/** Runs audits. The real one starts the Spring context first; tests have their own. */
@FunctionalInterface
interface Auditor {

    /** Runs an audit. */
    AuditResult audit(RunSettings settings, ProgressListener listener);
}
