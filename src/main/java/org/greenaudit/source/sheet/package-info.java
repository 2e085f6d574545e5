/**
 * Workbooks and the tables of web pages: .xlsx, .xls and HTML saved as .xls, told by their content. Each sheet becomes a
 * CSV file of the run's own, whose lines are the sheet's rows, and is read as one from there on.
 */
@org.jspecify.annotations.NullMarked
package org.greenaudit.source.sheet;
