package org.greenaudit.store.database;

/** Migration 15: a worker looks for the execution of its partition by its name, among those of all partitions. */
public final class V15__StepNames extends Alteration {

    @Override
    String[] statements(Dialect dialect) {
        return new String[] {"CREATE INDEX step_execution_name ON BATCH_STEP_EXECUTION (JOB_EXECUTION_ID, STEP_NAME)"};
    }
}
