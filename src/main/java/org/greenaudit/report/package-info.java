/**
 * The files of a run: CSV, HTML and manifest, written to a temporary folder that is renamed when it is complete. Shows
 * what was counted, and judges nothing.
 */
@org.jspecify.annotations.NullMarked
package org.greenaudit.report;
