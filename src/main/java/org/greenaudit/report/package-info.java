/**
 * The files of a run: CSV, HTML and manifest, written beside and renamed when whole. Shows what was counted, and judges
 * nothing.
 */
package org.greenaudit.report;
