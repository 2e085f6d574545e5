package org.greenaudit.source.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** What the bytes of a CSV file mean, for one delimiter and charset. */
final class ByteKinds {

    /** Part of a cell. */
    static final int PLAIN = 0;

    /** The delimiter or a line end. */
    static final int END = 1;

    /** A NUL byte. */
    static final int NUL = 2;

    /** The first byte of a character whose second byte may look like the delimiter. */
    static final int LEAD = 3;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHEST = ONES << 7;
    private static final long LINE_FEEDS = ONES * '\n';
    private static final long RETURNS = ONES * '\r';

    private final byte[] kinds = new byte[256];
    private final long delimiters;
    private final boolean leads;

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
        delimiters = ONES * delimiter;
        leads = gb18030 && delimiter >= 0x40;
        if (leads) {
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

    /** The first index from {@code from} on, below {@code end}, whose byte is not plain; else {@code end}. */
    int afterPlain(byte[] bytes, int from, int end) {
        int i = from;
        // eight bytes at a glance, which is a third less work than one by one
        while (!leads && i + Long.BYTES <= end) {
            long eight = (long) EIGHT.get(bytes, i);
            long other = zeros(eight) | zeros(eight ^ delimiters) | zeros(eight ^ LINE_FEEDS) | zeros(eight ^ RETURNS);
            if (other != 0) {
                return i + Long.numberOfTrailingZeros(other) / Byte.SIZE;
            }
            i += Long.BYTES;
        }
        while (i < end && kinds[bytes[i] & 0xff] == PLAIN) {
            i++;
        }
        return i;
    }

    /** The highest bit of the first byte that is zero, perhaps with some of bytes behind it. */
    private static long zeros(long eight) {
        return (eight - ONES) & ~eight & HIGHEST;
    }

    /** The same for the inside of quotes, where quotes, line ends and NUL mean something and delimiters do not. */
    static int afterQuoted(byte[] bytes, int from, int end) {
        int i = from;
        while (i < end && bytes[i] != '"' && bytes[i] != '\n' && bytes[i] != '\r' && bytes[i] != 0) {
            i++;
        }
        return i;
    }

    /** Whether the byte is a blank that may stand between a quote and the cell's beginning or end. */
    static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    /** Whether the byte ends a line, alone or as half of CRLF. */
    static boolean isLineEnd(byte b) {
        return b == '\n' || b == '\r';
    }

    /** The number of line ends; CRLF is one. */
    static int lineEnds(byte[] bytes, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            boolean second = bytes[i] == '\n' && i > from && bytes[i - 1] == '\r';
            count += isLineEnd(bytes[i]) && !second ? 1 : 0;
        }
        return count;
    }

    /** Whether any byte is more than a blank or control character. */
    static boolean hasContent(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0 || bytes[i] > ' ') {
                return true;
            }
        }
        return false;
    }
}
