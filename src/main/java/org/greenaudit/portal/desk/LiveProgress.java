package org.greenaudit.portal.desk;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.greenaudit.job.config.ProgressListener;

/** How far a running audit is. Written by the audit's threads, read by those of pages. */
public final class LiveProgress implements ProgressListener {

    /**
     * How far.
     *
     * @param done rows judged
     * @param total rows in the sources
     * @param perSecond rows judged in a second by this start
     * @param secondsLeft how long the rest takes at that pace; empty while that is not known
     */
    public record State(long done, long total, long perSecond, Optional<Long> secondsLeft) {}

    private long done;
    private long total;
    private long doneBefore = -1;
    private long begun;

    @Override
    public synchronized void progress(long rows, long ofRows) {
        if (doneBefore < 0) {
            // what an earlier start of the run has judged tells nothing of this one's pace
            doneBefore = rows;
            begun = System.nanoTime();
        }
        done = rows;
        total = ofRows;
    }

    /** How far it is now. */
    public synchronized State state() {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        long here = done - Math.max(0, doneBefore);
        long perSecond = millis == 0 || doneBefore < 0 ? 0 : here * 1000 / millis;
        Optional<Long> left = perSecond == 0 ? Optional.empty() : Optional.of((total - done) / perSecond);
        return new State(done, total, perSecond, left);
    }
}
