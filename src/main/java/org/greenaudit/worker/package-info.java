/** A worker: evaluates partitions that a manager on another machine hands out. */
@org.jspecify.annotations.NullMarked
package org.greenaudit.worker;
