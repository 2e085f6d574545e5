package org.greenaudit.cli;

import java.io.PrintWriter;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.greenaudit.job.config.ProgressListener;
import org.greenaudit.message.Text;
import org.jspecify.annotations.Nullable;

/** A progress bar with lines/s and the time left, without colours. It appears with the first line judged. */
final class ProgressBarDisplay implements ProgressListener {

    private static final int EVERY_MILLIS = 200;

    private final CliSession session;
    private @Nullable ProgressBar bar;

    ProgressBarDisplay(CliSession session) {
        this.session = session;
    }

    @Override
    public synchronized void progress(long done, long total) {
        if (bar == null) {
            bar = open(total);
        }
        bar.maxHint(total);
        bar.stepTo(done);
    }

    @Override
    public synchronized void waiting(long seconds) {
        session.output().err().println();
        session.complain("cli.progress.waiting", seconds);
    }

    @Override
    public synchronized void workersMissing(long seconds) {
        session.output().err().println();
        session.complain("cli.progress.workers-missing", seconds);
    }

    @Override
    public synchronized void brokerAway(Text trouble, long seconds) {
        session.output().err().println();
        session.complain("cli.progress.broker-away", session.messages().render(trouble), seconds);
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            session.output().err().println();
        }
    }

    private ProgressBar open(long total) {
        PrintWriter err = session.output().err();
        String unit = " " + session.messages().get("cli.progress.unit");
        return new ProgressBarBuilder()
                .setTaskName(session.messages().get("cli.progress.task"))
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(EVERY_MILLIS)
                .setUnit(unit, 1)
                .showSpeed()
                .setConsumer(new DelegatingProgressBarConsumer(line -> {
                    err.print('\r' + line);
                    err.flush();
                }))
                .build();
    }
}
