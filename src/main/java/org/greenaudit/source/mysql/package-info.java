/** Tables, views and queries of MySQL and MariaDB, cut into key ranges and read row by row. */
@org.jspecify.annotations.NullMarked
package org.greenaudit.source.mysql;
