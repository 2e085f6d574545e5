/**
 * Counts and what follows from them: control totals, indicators, the assessment (考核) of buying units and of
 * certification bodies. Stores counts and derives grades. No Spring, no JDBC.
 */
@org.jspecify.annotations.NullMarked
package org.greenaudit.assessment;
