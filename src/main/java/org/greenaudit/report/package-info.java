/** The files of a run: CSV, HTML and manifest, written beside and renamed when whole. */
package org.greenaudit.report;
