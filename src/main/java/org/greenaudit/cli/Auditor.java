package org.greenaudit.cli;

import org.greenaudit.job.AuditResult;
import org.greenaudit.job.config.ProgressListener;
import org.greenaudit.job.config.RunSettings;

/** Runs audits; the program's own starts the Spring context first. */
@FunctionalInterface
interface Auditor {

    /** Runs an audit. */
    AuditResult audit(RunSettings settings, ProgressListener listener);
}
