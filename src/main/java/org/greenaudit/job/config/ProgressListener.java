package org.greenaudit.job.config;

import org.greenaudit.message.Text;

/** Hears how far an audit is; called by several threads, often. */
public interface ProgressListener extends AutoCloseable {

    /** Does not listen. */
    ProgressListener NONE = (done, total) -> {};

    /**
     * So many rows are judged.
     *
     * @param done rows judged, those of an earlier start of the same run included
     * @param total rows in the sources
     */
    void progress(long done, long total);

    /**
     * The database is away, or takes no writes; the audit waits for it and then continues.
     *
     * @param seconds how long at most
     */
    default void waiting(long seconds) {
        // those who only count need not know
    }

    /**
     * How the workers stand who evaluate the run; not called where threads of this process do.
     *
     * @param atWork processes that have something of the run and go on with it
     * @param waiting partitions that nobody is at
     */
    default void workers(int atWork, int waiting) {
        // those who only count need not know
    }

    /**
     * Work waits, and no worker has come for it.
     *
     * @param seconds for how long
     */
    default void workersMissing(long seconds) {
        // those who only count need not know
    }

    /**
     * The broker of the workers cannot be used; the audit waits for it and then hands out.
     *
     * @param trouble why
     * @param seconds how long at most
     */
    default void brokerAway(Text trouble, long seconds) {
        // those who only count need not know
    }

    /** The broker is not waited for any more: it is back, or given up. */
    default void brokerAwayNoMore() {
        // those who only count need not know
    }

    /** Nothing is to come. */
    @Override
    default void close() {
        // nothing is held open unless one says so
    }
}
