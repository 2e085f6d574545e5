/** Tables, views and queries of MySQL and MariaDB, cut into key ranges and read row by row. */
@NullMarked
package org.greenaudit.source.mysql;

import org.jspecify.annotations.NullMarked;
