/** Runs, their partitions, verdicts and counts in the database (H2 or MySQL), by plain JDBC and Flyway. SQL lives here and nowhere else. */
@NullMarked
package org.greenaudit.store;

import org.jspecify.annotations.NullMarked;
