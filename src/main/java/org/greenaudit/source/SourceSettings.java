package org.greenaudit.source;

import java.util.List;
import java.util.Optional;

/** Where a job's purchases come from, as its file says. Each kind of source has its own. */
public interface SourceSettings {

    /** How its columns are understood. */
    FeedMapping mapping();

    /**
     * What of these settings decides, beside the mapping, which rows there are and how they are read. A run is continued
     * only where it is the same.
     */
    List<Object> decisive();

    /** The files that it reads, paths or patterns; nothing where its rows are in no files. */
    default Optional<List<String>> namedFiles() {
        return Optional.empty();
    }

    /** The same for other files, which the command line names; nothing where its rows are in no files. */
    default Optional<SourceSettings> withFiles(List<String> files) {
        return Optional.empty();
    }

    /**
     * The source of an audit; nothing is read or connected yet.
     *
     * @throws org.greenaudit.settings.ConfigException when the environment does not say what the job file leaves to it
     */
    PurchaseSource open(SourceContext context);
}
