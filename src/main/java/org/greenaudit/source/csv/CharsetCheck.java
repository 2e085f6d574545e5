package org.greenaudit.source.csv;

/** Whether the bytes that it sees are all characters of one charset. */
interface CharsetCheck extends ByteObserver {

    /** The position, counted from the first byte seen, of the first character that is none; -1 while there is none. */
    long badAt();

    /** Tells that no more bytes follow. */
    void end();
}
