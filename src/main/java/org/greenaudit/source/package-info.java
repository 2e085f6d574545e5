/**
 * What every source of purchases has in common: a plan of partitions, and blocks of lines. A partition is described by
 * data alone, so that any worker can read it. Knows nothing of lists.
 */
@org.jspecify.annotations.NullMarked
package org.greenaudit.source;
