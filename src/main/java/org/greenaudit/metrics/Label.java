package org.greenaudit.metrics;

import java.util.Locale;

/** The labels of the metrics. Each has few values, which keeps the number of time series small. */
public enum Label {
    /** The job's name. Every metric has it. */
    JOB,
    /** A list's id. */
    LIST,
    /** A list's family: two digits and its name, such as {@code 01 计算机设备}. */
    FAMILY,
    /** An administrative code, see {@link RegionLabels}. */
    REGION,
    /** {@code true} for compliant lines, {@code false} for all others in scope. */
    CERTIFIED,
    /** What a certified line rests on: {@code verified} or {@code declared}; {@code none} for all others in scope. */
    EVIDENCE,
    /** A {@code LineOutcome} id. */
    OUTCOME,
    /** A rule code. */
    RULE,
    /** A duty's id. */
    DUTY,
    /** An {@code OpenQuestion} or {@code RejectReason} id. */
    REASON,
    /** A {@code DecisionUse.State} id. */
    STATE,
    /** A {@code CertificateStanding} id. */
    STATUS,
    /** The editions of a list. */
    VERSION,
    /** The fingerprint of the catalogs. */
    FINGERPRINT,
    /** A step of the job. */
    STEP;

    /** The name in Prometheus. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
