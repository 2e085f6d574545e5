package org.greenaudit.source;

import org.greenaudit.settings.YamlSection;

/** A kind of source that a job file may name. */
public interface SourceKind {

    /** What {@code source.type} calls it. */
    String name();

    /**
     * Reads the keys that only this kind has. What is wrong is noted in the section, and reading goes on.
     *
     * @param section the job file's {@code source}
     * @param mapping what it says about columns, which is read for every kind in the same way
     */
    SourceSettings read(YamlSection section, FeedMapping mapping);
}
