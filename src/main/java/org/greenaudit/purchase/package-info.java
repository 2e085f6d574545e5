/**
 * A purchase line and how it is read from the cells of a feed row, whatever the row came from. Holds the feed's columns
 * and the readers of money, quantities and glued codes. No Spring, no JDBC, no files.
 */
@NullMarked
package org.greenaudit.purchase;

import org.jspecify.annotations.NullMarked;
