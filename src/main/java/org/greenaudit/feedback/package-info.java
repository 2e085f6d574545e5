/** Decisions as they come in and go out as files: the columns to fill in of a workbook, or a CSV file of the same columns. */
@NullMarked
package org.greenaudit.feedback;

import org.jspecify.annotations.NullMarked;
