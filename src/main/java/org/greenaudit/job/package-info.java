/**
 * Starting audits: one run of a job at a time, restart, retries after a lost database, and how a run ends. The steps are
 * in {@code job.step}, what a bureau configures in {@code job.config}.
 */
@org.jspecify.annotations.NullMarked
package org.greenaudit.job;
