package org.greenaudit.source;

/** What each byte means outside quotes, for one delimiter and charset. */
final class ByteKinds {

    /** Part of a cell. */
    static final int PLAIN = 0;

    /** The delimiter or a line end. */
    static final int END = 1;

    /** A NUL byte. */
    static final int NUL = 2;

    /** The first byte of a character whose second byte may look like the delimiter. */
    static final int LEAD = 3;

    private final byte[] kinds = new byte[256];

    /**
     * The bytes' meaning.
     *
     * @param delimiter an ASCII character
     * @param gb18030 whether the file is in GB18030, whose second bytes begin at 0x40 and so include the bar
     */
    ByteKinds(char delimiter, boolean gb18030) {
        kinds[0] = NUL;
        kinds['\n'] = END;
        kinds['\r'] = END;
        kinds[delimiter] = END;
        if (gb18030 && delimiter >= 0x40) {
            for (int b = 0x81; b <= 0xfe; b++) {
                kinds[b] = LEAD;
            }
        }
    }

    /** The kind of a byte. */
    int of(byte b) {
        return kinds[b & 0xff];
    }

    /** Whether the byte is the delimiter or a line end. */
    boolean endsCell(byte b) {
        return kinds[b & 0xff] == END;
    }
}
