package org.greenaudit.source.csv;

/** Whether the bytes that it sees are all characters of one charset, which begins with the ASCII characters. */
abstract class CharsetCheck implements ByteObserver {

    private long seen;
    private long badAt = -1;
    private long characterAt;

    /** More than 0 within a character of several bytes. */
    int within;

    @Override
    public final void accept(byte[] bytes, int from, int count) {
        int to = from + count;
        for (int i = from; i < to && badAt < 0; i++) {
            byte b = bytes[i];
            if (within == 0) {
                int usual = b >= 0 ? 1 : usual(bytes, i, to);
                if (usual > 0) {
                    i += usual - 1;
                    continue;
                }
            }
            characterAt = within == 0 ? seen + i - from : characterAt;
            badAt = step(b & 0xff) ? badAt : characterAt;
        }
        seen += count;
    }

    /**
     * The length in bytes of the character at that place, where it is whole and of those that fill Chinese texts; 0 where
     * {@link #step} has to look. Byte by byte, checking took as long as finding the cells.
     */
    abstract int usual(byte[] bytes, int at, int end);

    /** Takes the next byte of a character that is not ASCII; false when there is no such character. */
    abstract boolean step(int b);

    /** Tells that no more bytes follow. */
    final void end() {
        if (badAt < 0 && within > 0) {
            badAt = characterAt;
        }
    }

    /** The position, counted from the first byte seen, of the first character that is none; -1 while there is none. */
    final long badAt() {
        return badAt;
    }
}
