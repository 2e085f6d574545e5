package org.greenaudit.cli;

import org.greenaudit.job.config.ProgressListener;

/** Shows the progress of an audit: a bar for a person, a line every few seconds for a log. */
interface ProgressDisplay extends ProgressListener, AutoCloseable {

    /** The display that fits standard error: a terminal or a log. */
    static ProgressDisplay on(CliSession session) {
        return session.output().terminal()
                ? new ProgressBarDisplay(session)
                : new ProgressLog(session, System::nanoTime);
    }

    /** Ends the display; nothing is held open unless one says so. */
    @Override
    default void close() {}
}
