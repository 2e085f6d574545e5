package org.greenaudit.sample;

import java.io.IOException;
import java.io.OutputStream;

/** Writes bytes and numbers to a stream through a large buffer. Not safe for several threads. */
final class ByteSink implements AutoCloseable {

    private static final int SIZE = 1 << 20;

    private final OutputStream out;
    private final byte[] buffer = new byte[SIZE];
    private final byte[] digits = new byte[20];
    private int used;

    ByteSink(OutputStream out) {
        this.out = out;
    }

    void put(byte[] bytes) throws IOException {
        if (used + bytes.length > SIZE) {
            flush();
        }
        System.arraycopy(bytes, 0, buffer, used, bytes.length);
        used += bytes.length;
    }

    void put(char ascii) throws IOException {
        if (used == SIZE) {
            flush();
        }
        buffer[used++] = (byte) ascii;
    }

    /** A number with at least the given number of digits, filled up with leading zeros. */
    void number(long value, int width) throws IOException {
        int at = digits.length;
        long rest = value;
        do {
            digits[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        int length = digits.length - at;
        if (used + Math.max(width, length) > SIZE) {
            flush();
        }
        for (int i = length; i < width; i++) {
            buffer[used++] = '0';
        }
        System.arraycopy(digits, at, buffer, used, length);
        used += length;
    }

    /** Whole yuan with two decimals. */
    void yuan(long yuan) throws IOException {
        number(yuan, 1);
        put('.');
        number(0, 2);
    }

    /** Whole yuan with thousands separators and two decimals. */
    void separated(long yuan) throws IOException {
        if (yuan >= 1000) {
            groups(yuan / 1000);
            put(',');
            number(yuan % 1000, 3);
        } else {
            number(yuan, 1);
        }
        put('.');
        number(0, 2);
    }

    /** Whole yuan as 万元 with four decimals, which is exact. */
    void wan(long yuan) throws IOException {
        number(yuan / 10_000, 1);
        put('.');
        number(yuan % 10_000, 4);
    }

    @Override
    public void close() throws IOException {
        flush();
        out.close();
    }

    private void groups(long thousands) throws IOException {
        if (thousands >= 1000) {
            groups(thousands / 1000);
            put(',');
            number(thousands % 1000, 3);
        } else {
            number(thousands, 1);
        }
    }

    private void flush() throws IOException {
        out.write(buffer, 0, used);
        used = 0;
    }
}
