package org.greenaudit.source.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.InputException;

/**
 * How large what is packed in a file may become. A file that swells beyond it was made to fill memory or disk.
 *
 * @param file the file
 * @param most the most bytes of any part of it
 */
record Expansion(Path file, long most) {

    /** Whatever the file's size, so much is harmless. */
    private static final long HARMLESS = 256L << 20;

    /** Sheets of a million like rows swell to less than this. */
    private static final int TIMES = 200;

    /** The limit for a file of that size. */
    static Expansion of(Path file, long bytes) {
        return new Expansion(file, Math.max(HARMLESS, bytes * TIMES));
    }

    /** Refuses a part that has grown to that size. */
    void check(long bytes) {
        if (bytes > most) {
            throw new InputException(Text.of("source.workbook-swollen", file, most >> 20));
        }
    }

    /** A stream of a part, which ends in a refusal where it goes on too long. */
    InputStream limited(InputStream in) {
        return new FilterInputStream(in) {

            private long bytes;

            @Override
            public int read() throws IOException {
                int b = super.read();
                check(bytes += b < 0 ? 0 : 1);
                return b;
            }

            @Override
            public int read(byte[] into, int from, int count) throws IOException {
                int read = super.read(into, from, count);
                check(bytes += Math.max(0, read));
                return read;
            }
        };
    }
}
