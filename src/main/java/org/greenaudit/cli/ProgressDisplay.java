package org.greenaudit.cli;

import org.greenaudit.job.config.ProgressListener;

/** Shows how far an audit is: a bar for a person, a line now and then for a log. */
interface ProgressDisplay extends ProgressListener, AutoCloseable {

    /** The display that suits where standard error goes. */
    static ProgressDisplay on(CliSession session) {
        return session.output().terminal()
                ? new ProgressBarDisplay(session)
                : new ProgressLog(session, System::nanoTime);
    }

    @Override
    void close();
}
