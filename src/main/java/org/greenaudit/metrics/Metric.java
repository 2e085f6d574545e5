package org.greenaudit.metrics;

import static org.greenaudit.metrics.Label.CERTIFIED;
import static org.greenaudit.metrics.Label.DUTY;
import static org.greenaudit.metrics.Label.EVIDENCE;
import static org.greenaudit.metrics.Label.FAMILY;
import static org.greenaudit.metrics.Label.FINGERPRINT;
import static org.greenaudit.metrics.Label.LIST;
import static org.greenaudit.metrics.Label.OUTCOME;
import static org.greenaudit.metrics.Label.REASON;
import static org.greenaudit.metrics.Label.REGION;
import static org.greenaudit.metrics.Label.RULE;
import static org.greenaudit.metrics.Label.STATE;
import static org.greenaudit.metrics.Label.STATUS;
import static org.greenaudit.metrics.Label.STEP;
import static org.greenaudit.metrics.Label.VERSION;

import java.util.List;

/**
 * Every metric of the program. This is the only place that names them. Dashboards and alert rules rely on the names: add
 * metrics, but never rename one. As Prometheus asks for, the end of a name says the type and the unit.
 */
public enum Metric {
    /** Clock. */
    RUN_LAST_SUCCESS(
            "greenaudit_run_last_success_timestamp_seconds",
            "When the figures of the last successful audit were published, in seconds since 1970-01-01 UTC."),
    /** 1 or 0. */
    RUN_LAST_STATUS("greenaudit_run_last_status", "How the last audit ended: 1 successful, 0 failed."),
    /** Clock. */
    RUN_DURATION(
            "greenaudit_run_duration_seconds",
            "From the last start of the last audit until its figures were published or it failed."),
    /** At least 1. */
    RUN_ATTEMPTS("greenaudit_run_attempts", "Starts that the last successful audit took."),
    /** Clock. */
    STEP_DURATION(
            "greenaudit_step_duration_seconds",
            "How long each step of the last successful audit took, in its last attempt.",
            STEP),
    /** Control totals. */
    LINES("greenaudit_lines", "Rows read, by what became of them.", OUTCOME),
    /** Control totals. */
    AMOUNT("greenaudit_amount_yuan", "Amount of the rows read, by what became of them.", OUTCOME),
    /** Rows of {@code violations.csv}. */
    VIOLATIONS(
            "greenaudit_violations",
            "Violations by rule, duty and region; duty advisory counts in no indicator.",
            RULE,
            DUTY,
            REGION),
    /** Their amount. */
    VIOLATION_AMOUNT(
            "greenaudit_violation_amount_yuan",
            "Amount of the violations by rule, duty and region.",
            RULE,
            DUTY,
            REGION),
    /** Against the previous completed run. */
    VIOLATIONS_NEW(
            "greenaudit_violations_new",
            "Violations that the previous successful audit of the job did not have; 0 when there was none.",
            DUTY),
    /** Against the previous completed run. */
    VIOLATIONS_RESOLVED(
            "greenaudit_violations_resolved",
            "Violations of the previous successful audit of the job that are none any more.",
            DUTY),
    /** The indicator is certified="true" ÷ all. */
    LISTED_AMOUNT(
            "greenaudit_listed_amount_yuan",
            "Amount of purchases in listed categories, advisory buyers left out; the official share is"
                    + " certified=true over all, of which evidence=declared rests on the buyer's word alone.",
            LIST,
            FAMILY,
            REGION,
            CERTIFIED,
            EVIDENCE),
    /** The indicator is certified="true" ÷ all. */
    LISTED_LINES(
            "greenaudit_listed_lines",
            "Purchases in listed categories, advisory buyers left out; the official share is"
                    + " certified=true over all, of which evidence=declared rests on the buyer's word alone.",
            LIST,
            FAMILY,
            REGION,
            CERTIFIED,
            EVIDENCE),
    /** Rows of {@code undetermined.csv}. */
    UNDETERMINED("greenaudit_undetermined", "Verdicts that the data cannot decide, by the question to answer.", REASON),
    /** Since the audit date that first asked it. */
    UNDETERMINED_AGE(
            "greenaudit_undetermined_oldest_age_seconds",
            "From the audit date that first asked the oldest open question to that of the audit; 0 without questions.",
            REGION),
    /** Of {@code greenaudit_undetermined}. */
    UNDETERMINED_OVERDUE(
            "greenaudit_undetermined_overdue", "Questions that have been open for more than 30 days.", REGION),
    /** Rows of {@code decided.csv}. */
    DECISIONS(
            "greenaudit_decisions",
            "Lines that people's decisions name, by whether the decision applied; once for each decision and list.",
            STATE,
            REGION),
    /** Their amount. */
    DECISION_AMOUNT(
            "greenaudit_decision_amount_yuan",
            "Amount of the lines that people's decisions name, by whether the decision applied.",
            STATE,
            REGION),
    /** Rows of {@code rejected.csv}. */
    REJECTED("greenaudit_rejected", "Rows that could not be read, by the reason.", REASON),
    /** Always 1. */
    CATALOG_INFO(
            "greenaudit_catalog_info",
            "The editions of each list and the fingerprint of the catalogs that the last successful audit used.",
            LIST,
            VERSION,
            FINGERPRINT),
    /** As of the audit date. */
    CERTIFICATES(
            "greenaudit_certificates",
            "Certificates in the registry by their standing on the audit date.",
            LIST,
            STATUS),
    /** Start of the day of the export. */
    REGISTRY_TIMESTAMP(
            "greenaudit_certificate_registry_timestamp_seconds",
            "The day on which the certificate registry was exported, in seconds since 1970-01-01 UTC."),
    /** Clock. Tells that the other figures of a run under way are no older. */
    RUN_PROGRESS_TIMESTAMP(
            "greenaudit_run_progress_timestamp_seconds",
            "When the manager of a run with remote workers last told how it stands, in seconds since 1970-01-01 UTC."),
    /** Over all workers. */
    RUN_LINES_EVALUATED("greenaudit_run_lines_evaluated", "Rows that the workers of the run have evaluated."),
    /** Of the sources. */
    RUN_LINES_PLANNED("greenaudit_run_lines_planned", "Rows that the run has to evaluate."),
    /** Partitions that are done. */
    RUN_PARTITIONS_DONE("greenaudit_run_partitions_done", "Partitions of the run that are evaluated."),
    /** All others. */
    RUN_PARTITIONS_OPEN("greenaudit_run_partitions_open", "Partitions of the run that are not evaluated yet."),
    /** Of those that are open. */
    RUN_PARTITIONS_WAITING(
            "greenaudit_run_partitions_waiting", "Open partitions that nobody is at; 0 when the run is not under way."),
    /** Leases beyond the first of each partition. */
    RUN_REDELIVERIES(
            "greenaudit_run_redeliveries",
            "Times that a partition of the run was taken again, after a worker that was lost, failed or gave it back."),
    /** Processes, not threads. */
    RUN_WORKERS(
            "greenaudit_run_workers",
            "Workers that have stored something of an open partition within the last minute; 0 when the run is not"
                    + " under way."),
    /** 0 while somebody is at work. */
    RUN_WORKERS_MISSING(
            "greenaudit_run_workers_missing_seconds",
            "For how long partitions have waited without anybody at work; 0 when the run is not under way."),
    /** Grows from audit to audit. */
    LINES_PROCESSED("greenaudit_lines_processed_total", "Rows read by all successful audits of the job so far.");

    /** How Prometheus must read the values. */
    public enum Type {
        /** May go up and down. */
        GAUGE(""),
        /** Only grows. */
        COUNTER("_total"),
        /** Always 1; the labels carry the information. */
        INFO("_info");

        private final String ending;

        Type(String ending) {
            this.ending = ending;
        }
    }

    private final String id;
    private final String help;
    private final List<Label> labels;

    Metric(String id, String help, Label... labels) {
        this.id = id;
        this.help = help;
        this.labels = List.of(labels);
    }

    /** The name in Prometheus. */
    public String id() {
        return id;
    }

    /** The name without the ending of its type. */
    String stem() {
        return id.substring(0, id.length() - type().ending.length());
    }

    /** How to read the values. */
    public Type type() {
        return id.endsWith(Type.COUNTER.ending) ? Type.COUNTER : id.endsWith(Type.INFO.ending) ? Type.INFO : Type.GAUGE;
    }

    /** {@code seconds}, {@code yuan}, or empty for a number of things. */
    public String unit() {
        return id.endsWith("_seconds") ? "seconds" : id.endsWith("_yuan") ? "yuan" : "";
    }

    /** The help text. */
    public String help() {
        return help;
    }

    /** The labels besides {@link Label#JOB}, in order. */
    public List<Label> labels() {
        return labels;
    }
}
