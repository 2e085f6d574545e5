/**
 * A purchase line and how it is read from the cells of a feed row, whatever the row came from. Holds the feed's columns
 * (those of certificates are named by the catalogs) and the readers of money, quantities and glued codes. No Spring, no JDBC, no files.
 */
@org.jspecify.annotations.NullMarked
package org.greenaudit.purchase;
