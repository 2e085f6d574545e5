/** The Spring Batch job {@code nightly-audit} and its steps: prepare, evaluate, assess, report, publish, retain. */
@org.jspecify.annotations.NullMarked
package org.greenaudit.job.step;
