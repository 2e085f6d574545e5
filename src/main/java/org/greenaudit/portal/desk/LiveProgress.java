package org.greenaudit.portal.desk;

import java.util.Optional;
import org.greenaudit.job.config.Pace;
import org.greenaudit.job.config.ProgressListener;
import org.greenaudit.message.Text;

/** How far a running audit is. Written by the audit's threads, read by those of pages. */
public final class LiveProgress implements ProgressListener {

    /**
     * How far.
     *
     * @param done rows judged
     * @param total rows in the sources
     * @param perSecond rows judged in a second, by all who take part
     * @param secondsLeft how long the rest takes at that pace; empty while that is not known
     * @param workers who evaluates it on other machines; empty where this server does
     * @param trouble why the workers' broker cannot be used, which is waited for; {@link Text#NONE} otherwise
     */
    public record State(
            long done,
            long total,
            long perSecond,
            Optional<Long> secondsLeft,
            Optional<Workers> workers,
            Text trouble) {}

    /**
     * Workers on other machines.
     *
     * @param atWork how many are at work
     * @param waiting partitions that nobody is at
     */
    public record Workers(int atWork, int waiting) {}

    private final Pace pace = new Pace();
    private long done;
    private long total;
    private Optional<Workers> workers = Optional.empty();
    private Text trouble = Text.NONE;

    @Override
    public synchronized void progress(long rows, long ofRows) {
        pace.at(rows, System.nanoTime());
        done = rows;
        total = ofRows;
    }

    @Override
    public synchronized void workers(int atWork, int waiting) {
        workers = Optional.of(new Workers(atWork, waiting));
    }

    @Override
    public synchronized void brokerAway(Text why, long seconds) {
        trouble = why;
    }

    @Override
    public synchronized void brokerAwayNoMore() {
        trouble = Text.NONE;
    }

    /** How far it is now. */
    public synchronized State state() {
        long now = System.nanoTime();
        return new State(done, total, pace.perSecond(now), pace.secondsLeft(total, now), workers, trouble);
    }
}
