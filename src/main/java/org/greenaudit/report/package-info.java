/**
 * The files of a run: CSV, HTML and manifest, written beside and renamed when whole. Shows what was counted, and judges
 * nothing.
 */
@NullMarked
package org.greenaudit.report;

import org.jspecify.annotations.NullMarked;
