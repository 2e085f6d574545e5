package org.greenaudit.source;

import java.io.IOException;
import java.util.Optional;

/** Reads one partition block by block. Used by one thread. */
public interface BlockReader extends AutoCloseable {

    /** The next block, or empty after the last. */
    Optional<Block> next() throws IOException;

    @Override
    void close() throws IOException;
}
