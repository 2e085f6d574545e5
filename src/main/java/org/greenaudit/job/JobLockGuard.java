package org.greenaudit.job;

import java.time.Clock;
import java.util.Optional;
import org.greenaudit.message.Text;
import org.greenaudit.store.JobLocks;
import org.greenaudit.store.database.LockHolder;

/** Lets one start of a job through at a time, and tells the others who is inside. */
final class JobLockGuard {

    /** The failure of a start that found another one inside. */
    static final String LOCKED = "job.failed.locked";

    private static final int GLANCES = 100;
    private static final long GLANCE_MILLIS = 50;

    /**
     * Whether a start may go on.
     *
     * @param lock the job's lock, when it may
     * @param refusal who is inside, when it may not
     */
    record Entry(Optional<JobLocks.Held> lock, Text refusal) {}

    private final JobLocks locks;
    private final RunningAudit running;
    private final Clock clock;

    JobLockGuard(JobLocks locks, RunningAudit running, Clock clock) {
        this.locks = locks;
        this.running = running;
        this.clock = clock;
    }

    /** Takes a job's lock, which the caller closes, or finds out who has it. */
    Entry enter(String job) {
        Optional<JobLocks.Held> lock = take(job);
        Optional<LockHolder> holder = Optional.empty();
        // a process that has just taken it has not written its name yet, and one that has just ended leaves it free
        for (int glances = 0; lock.isEmpty() && holder.isEmpty() && glances < GLANCES; glances++) {
            holder = locks.holder(job);
            if (holder.isEmpty() && running.pause(GLANCE_MILLIS)) {
                lock = take(job);
            }
        }
        return new Entry(
                lock,
                lock.isPresent()
                        ? Text.NONE
                        : refusal(job, holder.orElseGet(() -> new LockHolder("?", 0, clock.instant()))));
    }

    /** Ends a session that may still hold a lock after its connection was lost. */
    void end(JobLocks.Session session) {
        locks.end(session);
    }

    private Optional<JobLocks.Held> take(String job) {
        return locks.take(job, LockHolder.here(clock.instant()));
    }

    /** What a start is told that finds another one inside. */
    static Text refusal(String job, LockHolder holder) {
        return Text.of(LOCKED, job, holder.host(), holder.process(), holder.sinceText());
    }
}
