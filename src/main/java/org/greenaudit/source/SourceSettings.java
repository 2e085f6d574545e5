package org.greenaudit.source;

/** Where a job's purchases come from, as its file says. Each kind of source has its own. */
public interface SourceSettings {

    /** How its columns are understood. */
    FeedMapping mapping();
}
