/**
 * CSV tables of the catalogs: layers of folders, strict reading, and problems by file, line and column. Knows the form of
 * tables, not what any of them means.
 */
@org.jspecify.annotations.NullMarked
package org.greenaudit.catalog.table;
