package org.greenaudit.job.step;

import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.step.Step;

/** Who evaluates the partitions of a run: threads of this process, or workers on other machines. */
@FunctionalInterface
public interface HandOut {

    /**
     * What hands the partitions of a run out, and waits until they are evaluated.
     *
     * @param here evaluates a partition in this process
     */
    PartitionHandler of(RunContext context, Step here);
}
