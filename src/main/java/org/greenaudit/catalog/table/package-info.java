/**
 * CSV tables of the catalogs: layers of folders, strict reading, and problems by file, line and column. Knows the form of
 * tables, not what any of them means.
 */
@NullMarked
package org.greenaudit.catalog.table;

import org.jspecify.annotations.NullMarked;
