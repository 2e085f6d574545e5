package org.greenaudit.job.step;

import java.util.concurrent.atomic.AtomicLong;
import org.greenaudit.job.config.ProgressListener;

/** Adds up what the partitions have done. Safe for several threads. */
public final class Progress {

    private final AtomicLong done;
    private final long total;
    private final ProgressListener listener;

    /** Progress that starts with what an earlier start had done. */
    public Progress(long done, long total, ProgressListener listener) {
        this.done = new AtomicLong(done);
        this.total = total;
        this.listener = listener;
        listener.progress(done, total);
    }

    /** So many rows are done by all who take part. */
    public void at(long rows) {
        done.set(rows);
        listener.progress(rows, total);
    }

    /** So many more rows are done. */
    void add(long rows) {
        listener.progress(done.addAndGet(rows), total);
    }
}
