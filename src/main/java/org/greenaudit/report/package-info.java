/** The files of a run: CSV, HTML and manifest, written beside and renamed when whole. */
@NullMarked
package org.greenaudit.report;

import org.jspecify.annotations.NullMarked;
