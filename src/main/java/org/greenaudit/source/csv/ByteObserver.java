package org.greenaudit.source.csv;

/** Sees every byte of a file once, in order, as it is read. */
interface ByteObserver {

    /** Looks at nothing. */
    ByteObserver NONE = (bytes, from, count) -> {
        // nothing to look at
    };

    /** Looks at the next {@code count} bytes. */
    void accept(byte[] bytes, int from, int count);
}
