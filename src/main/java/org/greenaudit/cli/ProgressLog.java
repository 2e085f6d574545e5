package org.greenaudit.cli;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.greenaudit.assessment.Numbers;
import org.greenaudit.job.config.Pace;
import org.greenaudit.job.config.ProgressListener;
import org.greenaudit.message.Text;

/** A line every ten seconds: lines done, share, lines/s, time left. Short runs print none. */
final class ProgressLog implements ProgressListener {

    private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final CliSession session;
    private final LongSupplier nanos;
    private final Pace pace = new Pace();
    private boolean started;
    private long last;

    ProgressLog(CliSession session, LongSupplier nanos) {
        this.session = session;
        this.nanos = nanos;
    }

    @Override
    public synchronized void progress(long done, long total) {
        long now = nanos.getAsLong();
        if (!started) {
            started = true;
            last = now;
        }
        pace.at(done, now);
        if (now - last < EVERY_NANOS || total <= 0) {
            return;
        }
        last = now;
        session.complain(
                "cli.progress.line",
                Numbers.whole(done),
                Numbers.whole(total),
                100 * done / total,
                Numbers.whole(pace.perSecond(now)),
                pace.secondsLeft(total, now).map(String::valueOf).orElse(Numbers.NONE));
    }

    @Override
    public void waiting(long seconds) {
        session.complain("cli.progress.waiting", seconds);
    }

    @Override
    public void workersMissing(long seconds) {
        session.complain("cli.progress.workers-missing", seconds);
    }

    @Override
    public void brokerAway(Text trouble, long seconds) {
        session.complain("cli.progress.broker-away", session.messages().render(trouble), seconds);
    }
}
