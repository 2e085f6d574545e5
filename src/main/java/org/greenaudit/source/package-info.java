/**
 * Where purchases come from: readers that cut a source into partitions and hand out blocks of lines. A partition is
 * described by data alone, so that any worker can read it. Knows files and tables, and nothing of lists.
 */
@NullMarked
package org.greenaudit.source;

import org.jspecify.annotations.NullMarked;
