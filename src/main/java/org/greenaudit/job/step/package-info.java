/** The Spring Batch job {@code nightly-audit} and its steps: prepare, evaluate, assess, report, publish, retain. */
@NullMarked
package org.greenaudit.job.step;

import org.jspecify.annotations.NullMarked;
