package org.greenaudit.catalog.certificate;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Fails where a record grows beyond all measure, so that a quote that never closes does not fill the memory. */
final class LimitedRecordReader extends FilterReader {

    /** The longest record in characters; beyond the buffers that read ahead. */
    static final int LONGEST = 1_000_000;

    private long length;
    private boolean nul;

    LimitedRecordReader(Reader characters) {
        super(characters);
    }

    /** A record longer than {@link #LONGEST}. */
    static final class RecordTooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Begins to count anew. */
    void newRecord() {
        length = 0;
    }

    /** Whether a NUL character was read. */
    boolean nul() {
        return nul;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        nul |= c == 0;
        count(c < 0 ? 0 : 1);
        return c;
    }

    @Override
    public int read(char[] target, int from, int most) throws IOException {
        int read = super.read(target, from, most);
        for (int i = from; i < from + read; i++) {
            nul |= target[i] == 0;
        }
        count(Math.max(0, read));
        return read;
    }

    private void count(int characters) throws RecordTooLong {
        length += characters;
        if (length > LONGEST) {
            throw new RecordTooLong();
        }
    }
}
