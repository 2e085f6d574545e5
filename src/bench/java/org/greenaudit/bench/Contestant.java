package org.greenaudit.bench;

import java.io.IOException;
import java.nio.file.Path;

/** One who does the work in a process of its own. */
interface Contestant {

    /** The process, not yet started, whose working folder will be this empty one. */
    ProcessBuilder process(Path folder) throws IOException;

    /** How much it did, read from what it left in the folder, where its effort is to be divided by that. */
    default double done(Path folder) throws IOException {
        return 1;
    }
}
