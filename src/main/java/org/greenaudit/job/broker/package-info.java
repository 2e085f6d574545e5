/** The manager's side of remote workers: hands the partitions of a run out by a broker, and waits for them. */
@org.jspecify.annotations.NullMarked
package org.greenaudit.job.broker;
