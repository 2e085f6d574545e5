/** The Spring Batch job {@code nightly-audit}: the wiring of source, judgement, store and report. */
@NullMarked
package org.greenaudit.job;

import org.jspecify.annotations.NullMarked;
