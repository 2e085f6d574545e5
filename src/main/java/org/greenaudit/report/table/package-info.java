/** The tables of a run, and how they are written as CSV and as workbooks. */
@org.jspecify.annotations.NullMarked
package org.greenaudit.report.table;
