package org.greenaudit.job.config;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How fast rows are judged, by all who take part: within the last minute, because workers come and go. What an earlier start
 * of the run has judged tells nothing of this one. Used by one thread at a time.
 */
public final class Pace {

    private static final long WINDOW_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final long SAMPLE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private record Sample(long nanos, long done) {}

    /** From the oldest that counts on; a second lies between two of them at least. */
    private final Deque<Sample> samples = new ArrayDeque<>();

    private long done;

    /** So many rows are judged at a moment of {@link System#nanoTime}. */
    public void at(long rows, long nanos) {
        done = rows;
        if (samples.isEmpty() || nanos - samples.getLast().nanos >= SAMPLE_NANOS) {
            samples.addLast(new Sample(nanos, rows));
        }
        while (samples.size() > 1 && nanos - samples.getFirst().nanos > WINDOW_NANOS) {
            samples.removeFirst();
        }
    }

    /** Rows in a second, seen from a later moment; 0 before anything is known, and while what a lost worker did is done again. */
    public long perSecond(long nanos) {
        if (samples.isEmpty() || nanos == samples.getFirst().nanos) {
            return 0;
        }
        Sample first = samples.getFirst();
        return Math.max(0, Math.round((done - first.done) * 1e9 / (nanos - first.nanos)));
    }

    /** How many seconds the rest takes at that pace; empty while that is not known. */
    public Optional<Long> secondsLeft(long total, long nanos) {
        long speed = perSecond(nanos);
        return speed == 0 ? Optional.empty() : Optional.of((total - done) / speed);
    }
}
