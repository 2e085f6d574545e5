/**
 * Runs, their partitions, verdicts and counts as rows of the database, by plain JDBC. Which database it is, and how it
 * is set up, is {@code store.database}'s affair.
 */
@org.jspecify.annotations.NullMarked
package org.greenaudit.store;
