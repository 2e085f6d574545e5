package org.greenaudit.job.step;

import org.springframework.dao.TransientDataAccessResourceException;

/** The connection that held the job's lock is gone: another start may have taken over. */
public final class LockLost extends TransientDataAccessResourceException {

    private static final long serialVersionUID = 1L;

    private final String jobName;

    LockLost(String jobName) {
        super("lock of job " + jobName + " lost");
        this.jobName = jobName;
    }

    public String jobName() {
        return jobName;
    }
}
