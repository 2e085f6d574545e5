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
            if (b >= 0 && within == 0) {
                continue;
            }
            characterAt = within == 0 ? seen + i - from : characterAt;
            badAt = step(b & 0xff) ? badAt : characterAt;
        }
        seen += count;
    }

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
