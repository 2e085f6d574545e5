package org.greenaudit.store;

import java.io.IOException;

/** Takes one row after the other. */
@FunctionalInterface
public interface RowSink<T> {

    /** Takes a row. */
    void accept(T row) throws IOException;
}
