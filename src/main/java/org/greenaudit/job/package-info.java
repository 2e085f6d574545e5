/** The Spring Batch job {@code nightly-audit}: the wiring of source, judgement, store and report. */
package org.greenaudit.job;
